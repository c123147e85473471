import { Empty, useTitle } from "../parts/basics";
import { Link } from "../router";

export function NotFound() {
  useTitle("Not here");
  return (
    <div class="page">
      <Empty title="There is nothing at this address" actions={<Link class="button primary" to="/">Go home</Link>}>
        It may have been removed, or the address was cut short when it was copied.
      </Empty>
    </div>
  );
}
