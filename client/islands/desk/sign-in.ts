import {
  browserSupportsWebAuthn,
  type PublicKeyCredentialCreationOptionsJSON,
  type PublicKeyCredentialRequestOptionsJSON,
  startAuthentication,
  startRegistration,
} from '@simplewebauthn/browser';

type Said = 'working' | 'cancelled' | 'refused' | 'over' | 'unsupported' | 'failed';

/** Brings the buttons of the sign-in alive. An invitation stands behind `#`, which browsers send to nobody. */
export function startSignIn(place: HTMLElement): void {
  const invitation = location.hash.slice(1);
  const way = /^[\w-]{43}$/.test(invitation) ? 'join' : 'sign-in';
  for (const part of place.querySelectorAll<HTMLElement>('[data-for]')) {
    part.hidden = part.dataset.for !== way;
  }
  const status = place.querySelector<HTMLElement>('[role=status]');
  const say = (what: Said) => {
    if (status) status.textContent = status.dataset[what] ?? '';
  };
  if (!browserSupportsWebAuthn()) {
    say('unsupported');
    return;
  }
  place
    .querySelector<HTMLButtonElement>(`button[data-for="${way}"]`)
    ?.addEventListener('click', async () => {
      say('working');
      const said = await (way === 'join' ? join(invitation) : signIn()).catch(
        () => 'failed' as const,
      );
      if (said !== undefined) return say(said);
      // Without the invitation, which is used up.
      location.replace(location.pathname);
    });
}

/** A form, since only those of the same origin are taken. */
function post(path: string, fields: Record<string, string>): Promise<Response> {
  return fetch(path, { method: 'POST', body: new URLSearchParams(fields) });
}

/** Makes a passkey for an invitation; `undefined` where its owner is signed in. */
async function join(invitation: string): Promise<Said | undefined> {
  const asked = await post('/desk/passkeys/options', { invitation });
  if (asked.status === 404) return 'over';
  if (!asked.ok) return 'failed';
  const optionsJSON: PublicKeyCredentialCreationOptionsJSON = await asked.json();
  const passkey = await startRegistration({ optionsJSON }).catch(saidOf);
  if (typeof passkey === 'string') return passkey;
  const answer = await post('/desk/passkeys', { invitation, response: JSON.stringify(passkey) });
  return answer.ok ? undefined : answer.status === 404 ? 'over' : 'failed';
}

/** Signs in with a passkey of the device; `undefined` where that went well. */
async function signIn(): Promise<Said | undefined> {
  const asked = await post('/desk/sign-in/options', {});
  if (!asked.ok) return 'failed';
  const optionsJSON: PublicKeyCredentialRequestOptionsJSON = await asked.json();
  const signed = await startAuthentication({ optionsJSON }).catch(saidOf);
  if (typeof signed === 'string') return signed;
  const answer = await post('/desk/sign-in', { response: JSON.stringify(signed) });
  return answer.ok ? undefined : answer.status === 403 ? 'refused' : 'failed';
}

/** People cancel or wait too long; all else is a browser or an address that passkeys do not work with. */
function saidOf(error: unknown): Said {
  return error instanceof Error && error.name === 'NotAllowedError' ? 'cancelled' : 'unsupported';
}
