import { beforeAll, describe, expect, it } from '@jest/globals';
import type { CheerioAPI } from 'cheerio';
import { readdirSync, readFileSync } from 'node:fs';
import { styleguideVm } from '../../src/http/styleguide.ts';
import { renderView } from './render-view.ts';

describe.each([
  ['styleguide/index', 'staff'],
  ['styleguide/attempt', 'candidate'],
])('the parts on %s', (view, layout) => {
  let $: CheerioAPI;
  beforeAll(() => {
    $ = renderView(view, layout, styleguideVm());
  });
  const every = (selector: string) =>
    $(selector)
      .toArray()
      .map((element) => $(element));

  it('use each id once', () => {
    const ids = every('[id]').map((element) => element.attr('id'));
    expect(ids.length).toBeGreaterThan(20);
    expect(ids.filter((id, index) => ids.indexOf(id) !== index)).toEqual([]);
  });

  it('give each control a name to read', () => {
    const controls = every('input:not([type=hidden]), select, textarea, progress');
    const nameless = controls.filter(
      (control) =>
        control.closest('label').length + $(`label[for="${control.attr('id') ?? ''}"]`).length === 0,
    );
    expect(controls.length).toBeGreaterThan(5);
    expect(nameless.map((control) => control.attr('name'))).toEqual([]);
  });

  it('point with their ids only to what is on the page', () => {
    const pointers = ['aria-describedby', 'aria-labelledby', 'for', 'data-copy'].flatMap((name) =>
      every(`[${name}]`).flatMap((element) => (element.attr(name) ?? '').split(' ')),
    );
    expect(pointers.length).toBeGreaterThan(4);
    expect(pointers.filter((id) => $(`[id="${id}"]`).length === 0)).toEqual([]);
  });

  it('send the token with every posted form', () => {
    const forms = every('form[method=post]');
    expect(forms.length).toBeGreaterThan(0);
    for (const form of forms) expect(form.find('input[name=_csrf]').attr('value')).toBe('the-token');
  });
});

describe('a part', () => {
  let $: CheerioAPI;
  beforeAll(() => {
    $ = renderView('styleguide/index', 'staff', styleguideVm());
  });

  it('says at the control what is wrong with it', () => {
    expect($('#email').attr('aria-invalid')).toBe('true');
    expect($('#email').attr('aria-describedby')).toBe('email-hint email-error');
    expect($('#title').attr('aria-invalid')).toBeUndefined();
  });

  it('leads from the error summary to the controls, the first one of a group', () => {
    expect($('[role=alert]').attr('tabindex')).toBe('-1');
    const targets = $('[role=alert] a')
      .toArray()
      .map((link) => $($(link).attr('href') ?? '').attr('name'));
    expect(targets).toEqual(['email', 'time']);
  });

  it('names each row by its first column that is no tick box', () => {
    const headers = $('#scores tbody th[scope=row]')
      .toArray()
      .map((cell) => $(cell).text().trim());
    expect(headers).toEqual(['K7M2Q', 'B4XNA', 'T9W3H', 'D6R8C']);
    expect($('#scores thead .pin').text().trim()).toBe('Applicant');
  });

  it('tells the sorted column, and only that one', () => {
    const sorted = $('#scores [aria-sort]');
    expect(sorted).toHaveLength(1);
    expect(sorted.attr('aria-sort')).toBe('descending');
    expect(sorted.text().trim()).toBe('Written');
  });

  it('lets the keyboard scroll a wide table', () => {
    expect($('#scores').parent('[role=region][tabindex=0]')).toHaveLength(1);
  });

  it('switches off the first up and the last down of a ranking', () => {
    const off = $('#weights button[disabled]')
      .toArray()
      .map((button) => $(button).text().trim());
    expect(off).toEqual(['↑Move up: Naming what is felt', '↓Move down: Useful next step']);
  });

  it('keeps keys and copy button hidden until a script shows them', () => {
    expect($('[data-keys-list]').is('[hidden]')).toBe(true);
    expect($('[data-copy]').is('[hidden]')).toBe(true);
  });

  it('escapes what it prints', () => {
    const vm = styleguideVm();
    const sharp = '"><script>alert(1)</script>';
    const page = renderView('styleguide/index', 'staff', {
      ...vm,
      fields: vm.fields.map((field) => ({ ...field, value: sharp, label: sharp })),
      chips: [{ label: sharp, look: 'plain' }],
    });
    expect(page('script')).toHaveLength(0);
    expect(page('#title').attr('value')).toBe(sharp);
  });

  it('stands in the list of parts with its object', () => {
    const readme = readFileSync('views/parts/README.md', 'utf8');
    const parts = readdirSync('views/parts').filter((name) => name.endsWith('.ejs'));
    expect(parts.filter((name) => !readme.includes(`\`${name.replace('.ejs', '')}\``))).toEqual([]);
  });
});

describe('the scale', () => {
  it('offers seven points as radios of one name, each with its words', () => {
    const $ = renderView('styleguide/attempt', 'candidate', styleguideVm());
    const points = $('input[name=option-a]');
    expect(points).toHaveLength(7);
    expect(points.filter('[checked]').attr('value')).toBe('6');
    expect(points.filter('[checked]').closest('label').find('.words').text()).toBe('Helpful');
    expect($('input[name=option-b][checked]')).toHaveLength(0);
  });
});
