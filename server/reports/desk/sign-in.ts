import { createHmac, randomBytes } from 'node:crypto';
import type {
  AuthenticationResponseJSON,
  PublicKeyCredentialCreationOptionsJSON,
  PublicKeyCredentialRequestOptionsJSON,
  RegistrationResponseJSON,
} from '@simplewebauthn/server';
import * as z from 'zod';
import type { OpenStore } from '../open-store.ts';
import { hashOf, isSameHash } from '../secret-key.ts';
import type { PasskeyStore } from '../store/passkey-store.ts';

const INVITATION_MS = 7 * 86_400_000;
/** A working day: whoever leaves a machine open is signed out by the next morning. */
export const SESSION_MS = 12 * 3_600_000;

const RP_NAME = 'Family eSIM Map';

/** Where the desk stands, as browsers name it. */
export interface Site {
  /** `https://map.example.org` */
  readonly origin: string;
}

/** A session that has begun. */
export interface SignedIn {
  readonly member: string;
  /** Known to the member's browser alone; the store has its hash. */
  readonly token: string;
}

/** Ways into the desk. What is refused is `undefined` without a reason: an attacker learns nothing from it. */
export interface SignIn {
  /** A token for a new member, or for another passkey of one; it is good for a week. */
  invite(name: string): Promise<string>;
  registrationOptions(
    token: string,
    site: Site,
  ): Promise<PublicKeyCredentialCreationOptionsJSON | undefined>;
  /** Adds the passkey and signs its owner in. */
  register(
    token: string,
    response: RegistrationResponseJSON,
    site: Site,
  ): Promise<SignedIn | undefined>;
  authenticationOptions(site: Site): Promise<PublicKeyCredentialRequestOptionsJSON>;
  authenticate(response: AuthenticationResponseJSON, site: Site): Promise<SignedIn | undefined>;
  /** The member whose session a token is of. */
  memberOf(token: string): Promise<string | undefined>;
  signOut(token: string): Promise<void>;
}

/** Loaded with the first member who signs in: it brings all kinds of certificates with it, and readers of the map need none. */
const webAuthn = () => import('@simplewebauthn/server');

/** Passkeys by a WebAuthn library over a store. `now`: milliseconds since 1970. */
function createSignIn(store: PasskeyStore, challenges: Challenges, now: () => number): SignIn {
  const at = (milliseconds: number) => new Date(now() + milliseconds).toISOString();
  const newToken = () => randomBytes(32).toString('base64url');
  const hostOf = ({ origin }: Site) => new URL(origin).hostname;

  async function startSession(member: string): Promise<SignedIn> {
    const token = newToken();
    await store.startSession(hashOf(token), member, { expiresAt: at(SESSION_MS), now: at(0) });
    return { member, token };
  }

  /** A challenge is good for the invitation that it was asked for with. */
  const registration = (token: string) => `register ${hashOf(token)}`;
  const AUTHENTICATION = 'authenticate';

  return {
    async invite(name) {
      const token = newToken();
      await store.invite(name, hashOf(token), at(INVITATION_MS));
      return token;
    },

    async registrationOptions(token, site) {
      const name = await store.invited(hashOf(token), at(0));
      if (name === undefined) return undefined;
      const { generateRegistrationOptions } = await webAuthn();
      return generateRegistrationOptions({
        rpName: RP_NAME,
        rpID: hostOf(site),
        userName: name,
        challenge: await challenges.create(registration(token)),
        attestationType: 'none',
        authenticatorSelection: { residentKey: 'required', userVerification: 'required' },
      });
    },

    async register(token, response, site) {
      const name = await store.invited(hashOf(token), at(0));
      if (name === undefined) return undefined;
      const { verifyRegistrationResponse } = await webAuthn();
      const verified = await verifyRegistrationResponse({
        response,
        expectedChallenge: challenges.isOurs(registration(token)),
        expectedOrigin: site.origin,
        expectedRPID: hostOf(site),
        requireUserVerification: true,
      }).catch(() => undefined);
      if (verified?.registrationInfo === undefined) return undefined;
      if (!(await challenges.spend(challengeOf(response)))) return undefined;
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
      const { generateAuthenticationOptions } = await webAuthn();
      return generateAuthenticationOptions({
        rpID: hostOf(site),
        challenge: await challenges.create(AUTHENTICATION),
        userVerification: 'required',
      });
    },

    async authenticate(response, site) {
      const passkey = await store.find(response.id);
      if (passkey === undefined) return undefined;
      const { verifyAuthenticationResponse } = await webAuthn();
      const verified = await verifyAuthenticationResponse({
        response,
        expectedChallenge: challenges.isOurs(AUTHENTICATION),
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
      if (!(await challenges.spend(challengeOf(response)))) return undefined;
      await store.used(passkey.credentialId, verified.authenticationInfo.newCounter);
      return startSession(passkey.member);
    },

    memberOf: (token) => store.memberOf(hashOf(token), at(0)),
    signOut: (token) => store.endSession(hashOf(token)),
  };
}

/** The ways into the desk of an open store. `now`: milliseconds since 1970. */
export function signInOf({ passkeys, cases }: OpenStore, now: () => number): SignIn {
  return createSignIn(
    passkeys,
    createChallenges(passkeys, () => cases.secret(), now),
    now,
  );
}

const ClientData = z.object({ challenge: z.string() });

/** The challenge that a verified response answers (WebAuthn 5.8.1). */
function challengeOf({ response }: { response: { clientDataJSON: string } }): string {
  const text = Buffer.from(response.clientDataJSON, 'base64url').toString('utf8');
  return ClientData.parse(JSON.parse(text)).challenge;
}

const CHALLENGE_MS = 5 * 60_000;

/**
 * Challenges of WebAuthn ceremonies. Each carries its end and is signed, so that nothing is stored for strangers who ask
 * for one; it is written down when it is answered, and then never taken again.
 */
interface Challenges {
  /** A new challenge. `purpose`: the ceremony that it is good for. */
  create(purpose: string): Promise<string>;
  /** Whether an answered challenge (base64url, as browsers send it) is ours, of this purpose and not over. */
  isOurs(purpose: string): (answered: string) => Promise<boolean>;
  /** Spends a challenge that was answered rightly: true once. */
  spend(answered: string): Promise<boolean>;
}

/** Challenges signed with the secret of a database. `now`: milliseconds since 1970. */
function createChallenges(
  store: Pick<PasskeyStore, 'spendChallenge'>,
  secret: () => Promise<string>,
  now: () => number,
): Challenges {
  const sign = async (purpose: string, text: string) =>
    createHmac('sha256', await secret())
      .update(`desk challenge\n${purpose}\n${text}`)
      .digest('base64url');
  const read = (answered: string) => {
    const [endsAt = '', random = '', signature = ''] = Buffer.from(answered, 'base64url')
      .toString('utf8')
      .split('.');
    return { endsAt: Number(endsAt), text: `${endsAt}.${random}`, signature };
  };
  return {
    async create(purpose) {
      const text = `${now() + CHALLENGE_MS}.${randomBytes(16).toString('base64url')}`;
      return `${text}.${await sign(purpose, text)}`;
    },
    isOurs: (purpose) => async (answered) => {
      const { endsAt, text, signature } = read(answered);
      return endsAt > now() && isSameHash(signature, await sign(purpose, text));
    },
    spend(answered) {
      const { endsAt } = read(answered);
      const times = {
        expiresAt: new Date(endsAt).toISOString(),
        now: new Date(now()).toISOString(),
      };
      return store.spendChallenge(hashOf(answered), times);
    },
  };
}
