import { useField } from '../../../ui/form.tsx';

const days = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'];
const parts = ['Morning', 'Afternoon', 'Evening'];

/** A week as seven rows of three boxes, so that it fits a phone. */
export function TimesField({ name, hint }: { name: string; hint: string }) {
  const { id, value, problem } = useField(name, {});
  const chosen = [value].flat().map(String);
  return (
    <fieldset class="field" aria-describedby={`${id}-h`}>
      <legend>
        When?<span class="quiet"> (if you like)</span>
      </legend>
      <p class="hint" id={`${id}-h`}>
        {hint}
      </p>
      {days.map((day) => (
        <div key={day}>
          <b aria-hidden="true">{day}</b>
          <div class="row">
            {parts.map((part) => (
              <label class="choice" key={part}>
                <input
                  type="checkbox"
                  id={day === days[0] && part === parts[0] ? id : undefined}
                  name={name}
                  value={day + part}
                  checked={chosen.includes(day + part)}
                />
                <span>
                  <span class="sr">{`${day} `}</span>
                  {part}
                </span>
              </label>
            ))}
          </div>
        </div>
      ))}
      {problem && <p class="problem">{problem}</p>}
    </fieldset>
  );
}
