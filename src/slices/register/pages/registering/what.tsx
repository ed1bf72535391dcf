import { Choices, Field } from '../../../../ui/fields.tsx';
import { waysIn } from '../../lists/access.ts';
import { days } from '../../lists/days.ts';
import { peopleServed } from '../../lists/people-served.ts';
import { themes } from '../../lists/themes.ts';
import { optionsOf } from '../options.ts';
import { StepFrame, type StepProps } from './steps.tsx';

export function WhatStep(props: StepProps) {
  return (
    <StepFrame {...props} step="what" button="Save and go on">
      <Field
        name="summary"
        label="What do people get, in one sentence?"
        hint="Begin with what you get: “A hot lunch and company for anyone over 60.”"
        maxLength={200}
      />
      <Field name="description" type="textarea" rows={5} label="A little more about it" optional />
      <Choices
        name="themes"
        type="checkbox"
        legend="What is it about?"
        hint="These are the words you are found by."
        options={optionsOf(themes)}
      />
      <Choices
        name="people_served"
        type="checkbox"
        legend="Whom is it for?"
        options={optionsOf(peopleServed)}
      />
      <Field
        name="service_name"
        label="What you do most, by its name"
        optional
        hint="Like “Tuesday lunch”. You can add more things later."
      />
      <Choices name="days" type="checkbox" legend="On which days?" optional options={optionsOf(days)} />
      <Field name="opens" label="From" short optional hint="Like 11.30" />
      <Field name="closes" label="Until" short optional hint="Like 14.00" />
      <Field
        name="cost_words"
        label="What does it cost?"
        optional
        hint="Like “Free” or “£3 or what you can”."
      />
      <Choices name="way_in" legend="How do people come to you?" options={optionsOf(waysIn)} />
    </StepFrame>
  );
}
