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

/** A page that the person's roles have no use for, opened by its address. */
export function NotYours() {
  useTitle("Not yours");
  return (
    <div class="page">
      <Empty title="This page is for other roles" actions={<Link class="button primary" to="/">Go home</Link>}>
        Your account cannot do anything here. The centre's administrator can give it another role.
      </Empty>
    </div>
  );
}
