// Passkeys: asks the device for one and sends its answer with the form it stands in.
for (const form of document.querySelectorAll<HTMLFormElement>('form[data-passkey]')) {
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    void ask(form);
  });
}

async function ask(form: HTMLFormElement): Promise<void> {
  const field = form.elements.namedItem('answer');
  if (!(field instanceof HTMLInputElement)) return;
  if (typeof PublicKeyCredential === 'undefined') return say(form, 'This browser knows no passkeys.');
  try {
    say(form, 'Your device asks you now.');
    const answer = await fetch(form.dataset.passkey ?? '', { method: 'POST' });
    if (!answer.ok) return say(form, 'That did not work. Wait a moment, then press the button again.');
    const { create, get } = await answer.json();
    const given = create
      ? await navigator.credentials.create({ publicKey: newPasskey(create) })
      : await navigator.credentials.get({ publicKey: anyPasskey(get) });
    field.value = written(given);
    // Goes past the listener above.
    form.submit();
  } catch {
    say(form, 'No passkey was used. Press the button again, or use a code instead.');
  }
}

/** Older phones cannot read the options as JSON, so the bytes in them are made here. */
function newPasskey(options: PublicKeyCredentialCreationOptionsJSON): PublicKeyCredentialCreationOptions {
  const { challenge, user, excludeCredentials = [], rp, pubKeyCredParams, timeout } = options;
  return {
    rp,
    pubKeyCredParams: pubKeyCredParams.map(({ alg }) => ({ type: 'public-key', alg })),
    challenge: bytesOf(challenge),
    user: { ...user, id: bytesOf(user.id) },
    excludeCredentials: excludeCredentials.map(listed),
    authenticatorSelection: {
      residentKey: 'required',
      requireResidentKey: true,
      userVerification: 'required',
    },
    attestation: 'none',
    ...(timeout === undefined ? {} : { timeout }),
  };
}

function anyPasskey(options: PublicKeyCredentialRequestOptionsJSON): PublicKeyCredentialRequestOptions {
  const { challenge, allowCredentials = [], rpId, timeout } = options;
  return {
    challenge: bytesOf(challenge),
    allowCredentials: allowCredentials.map(listed),
    userVerification: 'required',
    ...(rpId === undefined ? {} : { rpId }),
    ...(timeout === undefined ? {} : { timeout }),
  };
}

function listed({ id }: { id: string }): { id: ArrayBuffer; type: 'public-key' } {
  return { id: bytesOf(id), type: 'public-key' };
}

/** What the server reads of a passkey's answer, as `toJSON()` of newer browsers would write it. */
function written(given: Credential | null): string {
  if (!(given instanceof PublicKeyCredential)) throw new Error('no passkey');
  const { response } = given;
  return JSON.stringify({
    id: given.id,
    rawId: given.id,
    type: given.type,
    response: {
      clientDataJSON: textOf(response.clientDataJSON),
      ...(response instanceof AuthenticatorAttestationResponse && {
        attestationObject: textOf(response.attestationObject),
      }),
      ...(response instanceof AuthenticatorAssertionResponse && {
        authenticatorData: textOf(response.authenticatorData),
        signature: textOf(response.signature),
        userHandle: response.userHandle && textOf(response.userHandle),
      }),
    },
  });
}

function bytesOf(text: string): ArrayBuffer {
  const binary = atob(text.replaceAll('-', '+').replaceAll('_', '/'));
  return Uint8Array.from(binary, (letter) => letter.charCodeAt(0)).buffer;
}

function textOf(bytes: ArrayBuffer): string {
  const binary = Array.from(new Uint8Array(bytes), (byte) => String.fromCharCode(byte)).join('');
  return btoa(binary).replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '');
}

function say(form: HTMLFormElement, words: string): void {
  const line = form.querySelector('.saved');
  if (line !== null) line.textContent = words;
}

export {};
