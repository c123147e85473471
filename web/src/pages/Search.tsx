/** One box over everything the person may see. `/search?q=` */
export function Search() {
  return <div class="page">Search comes here.</div>;
}
