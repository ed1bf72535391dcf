import type { HTMLElement } from 'node-html-parser';
import { spoken } from './html-law.ts';

export type FormValues = Record<string, string | string[]>;

type ShownButton = { words: string; name: string | undefined; value: string; action: string | undefined };

/** A form as the page shows it, before anybody types. */
export type ShownForm = {
  name: string;
  action: string;
  method: string;
  values: FormValues;
  /** What radios, boxes and selects offer, by name. */
  offers: Record<string, string[]>;
  buttons: ShownButton[];
};

export function readForm(root: HTMLElement, name: string, url: string): ShownForm {
  const form = root.querySelector(`form[data-form="${name}"]`);
  if (form === null) throw new Error(`${url} has no form "${name}"`);
  const values: FormValues = {};
  const offers: Record<string, string[]> = {};
  for (const control of form.querySelectorAll('input, textarea, select')) {
    const field = control.getAttribute('name');
    if (field === undefined || control.hasAttribute('disabled')) continue;
    const { offered, chosen } = readControl(control);
    if (offered !== undefined) offers[field] = [...(offers[field] ?? []), ...offered];
    if (chosen !== undefined) values[field] = both(values[field], chosen);
  }
  return {
    name,
    action: form.getAttribute('action') ?? url,
    method: (form.getAttribute('method') ?? 'get').toLowerCase(),
    values,
    offers,
    buttons: form.querySelectorAll('button').filter(isSubmit).map(readButton),
  };
}

function both(before: string | string[] | undefined, more: string): string | string[] {
  return before === undefined ? more : [before, more].flat();
}

function readControl(control: HTMLElement): { offered?: string[]; chosen?: string | undefined } {
  if (control.tagName === 'TEXTAREA') return { chosen: control.text };
  if (control.tagName === 'SELECT') {
    const options = control.querySelectorAll('option');
    const chosen = options.find((option) => option.hasAttribute('selected')) ?? options[0];
    return { offered: options.map(optionValue), chosen: chosen && optionValue(chosen) };
  }
  const type = control.getAttribute('type') ?? 'text';
  const value = control.getAttribute('value');
  if (type === 'radio' || type === 'checkbox') {
    const offered = value ?? 'on';
    return { offered: [offered], chosen: control.hasAttribute('checked') ? offered : undefined };
  }
  return { chosen: value ?? '' };
}

function optionValue(option: HTMLElement): string {
  return option.getAttribute('value') ?? spoken(option);
}

function isSubmit(button: HTMLElement): boolean {
  return (button.getAttribute('type') ?? 'submit') === 'submit';
}

function readButton(button: HTMLElement): ShownButton {
  return {
    words: spoken(button),
    name: button.getAttribute('name'),
    value: button.getAttribute('value') ?? '',
    action: button.getAttribute('formaction'),
  };
}

/** What a browser would send. A field or a choice that the form does not have is a mistake of the test. */
export function fillForm(form: ShownForm, typed: FormValues, press: string | undefined) {
  for (const [field, value] of Object.entries(typed)) {
    const offered = form.offers[field];
    const known = field in form.values || offered !== undefined || isButton(form, field);
    if (!known) throw new Error(`the form "${form.name}" has no field "${field}"`);
    const strange = offered && [value].flat().find((one) => !offered.includes(one));
    if (strange !== undefined) throw new Error(`"${field}" does not offer "${strange}"`);
  }
  const button = press === undefined ? form.buttons[0] : form.buttons.find(({ words }) => words === press);
  if (press !== undefined && button === undefined) {
    throw new Error(`the form "${form.name}" has no button "${press}"`);
  }
  const pressed: FormValues = button?.name === undefined ? {} : { [button.name]: button.value };
  return {
    action: button?.action ?? form.action,
    method: form.method,
    sent: { ...form.values, ...pressed, ...typed },
  };
}

function isButton(form: ShownForm, field: string): boolean {
  return form.buttons.some(({ name }) => name === field);
}
