import {
  browserSupportsWebAuthn,
  type PublicKeyCredentialCreationOptionsJSON,
  type PublicKeyCredentialRequestOptionsJSON,
  startAuthentication,
  startRegistration,
} from '@simplewebauthn/browser';
import { startThemeChoice } from './islands/site-header.ts';

/** Where the browser keeps whether the keys are on. */
const STORED = 'desk-keys';

/**
 * Makes the letters work that the page names as `aria-keyshortcuts`: a field is focused, all else is clicked, in the row of the
 * queue that has the focus before the rest of the page. In the queue `j` and `k` move from row to row.
 */
function startDeskKeys(root: Document): void {
  const isOn = rememberSwitch(root.querySelector<HTMLInputElement>('#keys-on'));
  root.addEventListener('keydown', (event) => {
    const focused = root.activeElement ?? root.body;
    if (event.key === 'Escape' && isField(focused)) return leave(focused);
    if (!isOn() || event.ctrlKey || event.altKey || event.metaKey || isField(focused)) return;
    const letter = letterOf(event);
    const queue = root.getElementById('queue');
    if (queue !== null && (letter === 'j' || letter === 'k')) {
      event.preventDefault();
      return move(queue, focused, letter === 'j' ? 1 : -1);
    }
    const target = [focused.closest('#queue > li'), root.querySelector('main')]
      .map((part) => part?.querySelector<HTMLElement>(`[aria-keyshortcuts="${letter}"]`))
      .find((found) => found);
    if (!target || (queue?.contains(target) && !focused.closest('#queue'))) return;
    event.preventDefault();
    if (isField(target)) target.focus();
    else target.click();
  });
}

/** Text, selections: where letters are typed. */
function isField(element: Element): boolean {
  return element.matches('textarea, select, input:not([type=checkbox])');
}

/** Letters of a Latin keyboard; on any other the letter that a Latin one has in that place. */
function letterOf({ key, code }: KeyboardEvent): string {
  return /^[a-z]$/.test(key) ? key : (/^Key([A-Z])$/.exec(code)?.[1] ?? '').toLowerCase();
}

function move(queue: HTMLElement, focused: Element, step: 1 | -1): void {
  const rows = [...queue.children];
  const at = rows.findIndex((row) => row.contains(focused));
  const row = rows[at < 0 ? 0 : at + step];
  row?.querySelector('a')?.focus();
}

/** From a field back to its row, or to the page. */
function leave(field: Element): void {
  const link = field.closest('#queue > li')?.querySelector('a');
  if (link) link.focus();
  else if (field instanceof HTMLElement) field.blur();
}

function rememberSwitch(box: HTMLInputElement | null): () => boolean {
  if (box === null) return () => false;
  try {
    box.checked = localStorage.getItem(STORED) !== 'off';
  } catch {
    // Storage is closed in some private windows: the choice then holds for this page only.
  }
  box.addEventListener('change', () => {
    try {
      localStorage.setItem(STORED, box.checked ? 'on' : 'off');
    } catch {
      // As above.
    }
  });
  return () => box.checked;
}

type Said = 'working' | 'cancelled' | 'refused' | 'over' | 'unsupported' | 'failed';

/** Makes the buttons of the sign-in work. An invitation stands behind `#`, which browsers send to nobody. */
function startSignIn(place: HTMLElement): void {
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

startThemeChoice();
startDeskKeys(document);
const place = document.getElementById('sign-in');
if (place !== null) startSignIn(place);
