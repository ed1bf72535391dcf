/** Whoever fears for somebody goes to the named leads, whatever else is open between them. */
export function Worry() {
  return (
    <p class="quiet">
      <a href="/worried">I am worried about somebody’s safety</a>
    </p>
  );
}
