import { describe, expect, it } from '@jest/globals';
import { aChrome, renderView } from './render-view.ts';

const error = {
  heading: 'This page does not exist',
  text: 'The address may be wrong.',
  actions: [{ label: 'Start page', href: '/' }],
  reference: null,
};

describe.each(['staff', 'candidate', 'plain'])('the layout %s', (layout) => {
  it('puts the page into the one main landmark', () => {
    const $ = renderView('errors/error', layout, error);
    expect($('main#main')).toHaveLength(1);
    expect($('main h1').text()).toBe('This page does not exist');
    expect($('title').text()).toBe('Parts – Attune');
  });

  it('takes language, direction and theme from the chrome', () => {
    const $ = renderView('errors/error', layout, error, aChrome({ lang: 'ar', dir: 'rtl', theme: 'dark' }));
    expect($('html').attr()).toMatchObject({ lang: 'ar', dir: 'rtl', 'data-theme': 'dark' });
  });

  it('leaves the theme to the device where nothing is chosen', () => {
    const $ = renderView('errors/error', layout, error);
    expect($('html').attr('data-theme')).toBeUndefined();
  });

  it('reads a flash aloud', () => {
    const $ = renderView('errors/error', layout, error, aChrome({ flash: { kind: 'ok', text: 'Saved.' } }));
    expect($('[role=status].ok').text()).toBe('Saved.');
  });
});

describe('the staff layout', () => {
  it('marks the current place and says when everything is simulated', () => {
    const $ = renderView('errors/error', 'staff', error, aChrome({ simulated: true }));
    expect($('nav [aria-current=page]').text()).toBe('Roles');
    expect($('aside[aria-label="Simulated data"]')).toHaveLength(1);
  });

  it('signs out by a posted form with the token', () => {
    const $ = renderView('errors/error', 'staff', error);
    const form = $('form[action="/sign-out"]');
    expect(form.attr('method')).toBe('post');
    expect(form.find('[name=_csrf]').attr('value')).toBe('the-token');
  });

  it('offers no sign-out to somebody who is not signed in', () => {
    const $ = renderView('errors/error', 'staff', error, aChrome({ person: null, signOutHref: null }));
    expect($('form')).toHaveLength(0);
  });
});

describe('the error page', () => {
  it('shows a reference only where there is one', () => {
    const with_ = renderView('errors/error', 'plain', { ...error, reference: '7f3a' });
    expect(with_('code').text()).toBe('7f3a');
    const without = renderView('errors/error', 'plain', error);
    expect(without('code')).toHaveLength(0);
  });
});
