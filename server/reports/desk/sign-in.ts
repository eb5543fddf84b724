import { randomBytes } from 'node:crypto';
import {
  type AuthenticationResponseJSON,
  generateAuthenticationOptions,
  generateRegistrationOptions,
  type PublicKeyCredentialCreationOptionsJSON,
  type PublicKeyCredentialRequestOptionsJSON,
  type RegistrationResponseJSON,
  verifyAuthenticationResponse,
  verifyRegistrationResponse,
} from '@simplewebauthn/server';
import { hashOf } from '../secret-key.ts';
import type { PasskeyStore } from '../store/passkey-store.ts';

const INVITATION_MS = 7 * 86_400_000;
const CHALLENGE_MS = 5 * 60_000;
/** A working day: whoever leaves a machine open is signed out by the next morning. */
export const SESSION_MS = 12 * 3_600_000;

const RP_NAME = 'Family eSIM Map';

/** Where the desk stands, as browsers name it. */
export interface Site {
  /** `https://map.example.org` */
  readonly origin: string;
}

/** Ways into the desk. What is refused is `undefined` without a reason: an attacker learns nothing from it. */
export interface SignIn {
  /** A token for a new member, or for another passkey of one; it is good for a week. */
  invite(name: string): Promise<string>;
  /** Name of a good invitation. */
  invited(token: string): Promise<string | undefined>;
  registrationOptions(
    token: string,
    site: Site,
  ): Promise<PublicKeyCredentialCreationOptionsJSON | undefined>;
  /** Adds the passkey and signs its owner in; returns the token of the session. */
  register(
    token: string,
    response: RegistrationResponseJSON,
    site: Site,
  ): Promise<string | undefined>;
  authenticationOptions(site: Site): Promise<PublicKeyCredentialRequestOptionsJSON>;
  authenticate(response: AuthenticationResponseJSON, site: Site): Promise<string | undefined>;
  /** The member whose session a token is of. */
  memberOf(token: string): Promise<string | undefined>;
  signOut(token: string): Promise<void>;
}

/** Passkeys by a WebAuthn library over a store. `now`: milliseconds since 1970. */
export function createSignIn(store: PasskeyStore, now: () => number): SignIn {
  const at = (milliseconds: number) => new Date(now() + milliseconds).toISOString();
  const newToken = () => randomBytes(32).toString('base64url');
  const hostOf = ({ origin }: Site) => new URL(origin).hostname;

  async function startSession(member: string): Promise<string> {
    const token = newToken();
    await store.startSession(hashOf(token), member, at(SESSION_MS));
    return token;
  }

  const isOurs = (purpose: string) => (challenge: string) =>
    store.takeChallenge(hashOf(challenge), purpose, at(0));

  return {
    async invite(name) {
      const token = newToken();
      await store.invite(name, hashOf(token), at(INVITATION_MS));
      return token;
    },
    invited: (token) => store.invited(hashOf(token), at(0)),

    async registrationOptions(token, site) {
      const name = await store.invited(hashOf(token), at(0));
      if (name === undefined) return undefined;
      const options = await generateRegistrationOptions({
        rpName: RP_NAME,
        rpID: hostOf(site),
        userName: name,
        attestationType: 'none',
        authenticatorSelection: { residentKey: 'required', userVerification: 'required' },
      });
      await store.putChallenge(hashOf(options.challenge), 'register', at(CHALLENGE_MS));
      return options;
    },

    async register(token, response, site) {
      const name = await store.invited(hashOf(token), at(0));
      if (name === undefined) return undefined;
      const verified = await verifyRegistrationResponse({
        response,
        expectedChallenge: isOurs('register'),
        expectedOrigin: site.origin,
        expectedRPID: hostOf(site),
        requireUserVerification: true,
      }).catch(() => undefined);
      if (verified?.registrationInfo === undefined) return undefined;
      const { id, publicKey, counter } = verified.registrationInfo.credential;
      const passkey = {
        credentialId: id,
        member: name,
        publicKey: Buffer.from(publicKey).toString('base64url'),
        counter,
        transports: response.response.transports ?? [],
      };
      if (!(await store.join(hashOf(token), passkey, at(0)))) return undefined;
      return startSession(name);
    },

    async authenticationOptions(site) {
      const options = await generateAuthenticationOptions({
        rpID: hostOf(site),
        userVerification: 'required',
      });
      await store.putChallenge(hashOf(options.challenge), 'authenticate', at(CHALLENGE_MS));
      return options;
    },

    async authenticate(response, site) {
      const passkey = await store.find(response.id);
      if (passkey === undefined) return undefined;
      const verified = await verifyAuthenticationResponse({
        response,
        expectedChallenge: isOurs('authenticate'),
        expectedOrigin: site.origin,
        expectedRPID: hostOf(site),
        requireUserVerification: true,
        credential: {
          id: passkey.credentialId,
          publicKey: new Uint8Array(Buffer.from(passkey.publicKey, 'base64url')),
          counter: passkey.counter,
        },
      }).catch(() => undefined);
      if (!verified?.verified) return undefined;
      await store.used(passkey.credentialId, verified.authenticationInfo.newCounter);
      return startSession(passkey.member);
    },

    memberOf: (token) => store.memberOf(hashOf(token), at(0)),
    signOut: (token) => store.endSession(hashOf(token)),
  };
}
