import { dayWords } from '../../../../platform/dates.ts';
import { Button, Form, type Problems } from '../../../../ui/form.tsx';
import { Facts } from '../../../../ui/lists.tsx';
import { Notice } from '../../../../ui/sheets.tsx';
import { roles, volunteering } from '../../urls.ts';
import type { Permission } from '../../words/brokerage/enquiry.ts';

export const permissionTitle = 'May they volunteer?';

interface PermissionProps {
  readonly token: string;
  readonly asked: Permission;
  readonly role: { id: string; title: string; summary: string; ages: string };
  readonly group: string;
  readonly now: Date;
  readonly problems: Problems | undefined;
}

/** For a parent or guardian, by their own link: this one question and nothing else. */
export function PermissionPage({ token, asked, role, group, now, problems }: PermissionProps) {
  return (
    <div class="stack">
      <div>
        <h1>{permissionTitle}</h1>
        <p class="lead">
          {asked.forName} is under 18 and would like to volunteer. You were named as parent or guardian.
        </p>
      </div>
      <div class="sheet">
        <Facts
          facts={[
            { name: 'What', fact: <a href={roles.one(role.id, role.title)}>{role.title}</a> },
            { name: 'In a sentence', fact: role.summary },
            { name: 'With', fact: group },
            { name: 'Age', fact: role.ages },
            { name: 'Asked', fact: dayWords(asked.askedAt, now) },
          ]}
        />
        <p>
          The group looks at the risks first, and names somebody who is with them. Your answer is for this
          role alone.
        </p>
      </div>
      {asked.answer === null ? (
        <Form name="answer-permission" action={volunteering.permission(token)} problems={problems}>
          <p class="row">
            <Button name="answer" value="yes">
              Yes, they may
            </Button>
            <Button kind="second" name="answer" value="no">
              No
            </Button>
          </p>
          <p class="small quiet">If this is not for you, do nothing. The link opens nothing else.</p>
        </Form>
      ) : (
        <Notice title={asked.answer === 'yes' ? 'You said yes' : 'You said no'}>
          {`On ${dayWords(asked.answeredAt ?? now, now)}. ${
            asked.answer === 'yes'
              ? 'The group hears of it now.'
              : 'It ends here, and they read that in kind words.'
          }`}
        </Notice>
      )}
    </div>
  );
}
