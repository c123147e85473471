/** One recording: transcript, player, criteria. `/recordings/:id?word=N&play=1` */
export function Workspace({ id }: { id: string }) {
  return <div class="page">The transcript of {id} comes here.</div>;
}
