import type { Actor } from '../../core/person/person.ts';
import type { Deps } from '../../deps.ts';
import { redirect, type Reply } from '../../http/reply.ts';
import type { FieldProblem, RawFields } from '../../http/route.ts';
import type { Organisation } from '../../store/organisation-store.ts';
import { changeSettings } from './change-settings.ts';
import type { SettingsForm } from './requests.ts';
import { settingsPage, typedSettings } from './settings-page.ts';

interface About {
  readonly actor: Actor;
}

export function settingsHandlers(deps: Deps) {
  async function read({ actor }: About): Promise<Organisation> {
    const organisation = await deps.stores.organisations.find(actor.organisationId);
    if (organisation === null) throw new Error(`organisation ${actor.organisationId} is gone`);
    return organisation;
  }

  return {
    async show(about: About): Promise<Reply> {
      const organisation = await read(about);
      return settingsPage(organisation, { values: typedSettings(organisation), problems: [] }, false);
    },

    async change(input: About & { body: SettingsForm }): Promise<Reply> {
      const { rev, ...settings } = input.body;
      const organisation = await read(input);
      const outcome = await changeSettings(deps, input.actor, { organisation, rev, settings });
      if (outcome !== 'changed-meanwhile') {
        return redirect('/settings', { kind: 'ok', text: 'Saved. Candidates see it from now on.' });
      }
      const form = { values: typedSettings(settings), problems: [] };
      return { ...settingsPage(await read(input), form, true), status: 409 };
    },

    async changeAgain(input: About & { raw: RawFields; problems: readonly FieldProblem[] }): Promise<Reply> {
      return settingsPage(await read(input), { values: input.raw, problems: input.problems }, false);
    },
  };
}
