import "fake-indexeddb/auto";
import { describe, expect, it } from "vitest";
import { Problem } from "../src/api/problem";
import type { MarkRequest } from "../src/api/types";
import { type LocalMark, MarkBook, type MarkServer, newMarkId } from "../src/recorder/marks";
import { SoundStore } from "../src/recorder/store";
import { Vault } from "../src/recorder/vault";

class FakeMarks implements MarkServer {
  readonly has = new Map<string, MarkRequest>();
  readonly asked: string[] = [];
  failing = 0;
  refusing = false;
  put(recordingId: string, id: string, mark: MarkRequest) {
    this.asked.push(`put ${recordingId} ${mark.note}`);
    if (this.failing-- > 0) return Promise.reject(new Problem("offline", "away"));
    if (this.refusing) return Promise.reject(new Problem("bad-input", "There is no such criterion in this unit.", 400));
    this.has.set(id, mark);
    return Promise.resolve();
  }
  remove(_: string, id: string) {
    if (this.failing-- > 0) return Promise.reject(new Problem("offline", "away"));
    return this.has.delete(id) ? Promise.resolve() : Promise.reject(new Problem("not-found", "no such mark", 404));
  }
}

let names = 0;
const vaultOf = (recordingId: string) => Vault.of({ recordingId, key: btoa("k".repeat(32)) });
const mark = (note: string, part = 0): LocalMark => ({ id: newMarkId(), kind: "moment", part, partSeconds: 3, seconds: 3, lengthSeconds: null, note, questionId: null, criterionId: null, at: "2026-11-25T10:00:00Z", sent: false, refused: null });
const book = async (server: MarkServer, store = new SoundStore(`marks-${++names}`)) => {
  const marks = new MarkBook(store, () => Promise.resolve(), server);
  await marks.identify(await vaultOf("r1"));
  return { marks, store };
};

describe("marks", () => {
  it("are stored before the recording is begun, unreadable, and sent until the server has them", async () => {
    const server = new FakeMarks();
    server.failing = 3;
    const { marks, store } = await book(server);
    marks.add(mark("a good answer"));
    await expect.poll(() => store.marks("r1")).toHaveLength(1);
    expect(new TextDecoder().decode((await store.marks("r1"))[0]?.sealed.bytes)).not.toContain("good");
    expect(server.asked).toEqual([]);
    marks.begin();
    await marks.drained();
    expect([...server.has.values()].map((each) => each.note)).toEqual(["a good answer"]);
    expect(server.asked).toHaveLength(4);
    expect(marks.marks.value).toMatchObject([{ note: "a good answer", sent: true }]);
    await expect.poll(() => store.marks("r1")).toEqual([]);
  });

  it("that were changed or taken back on the way end as they were last", async () => {
    const server = new FakeMarks();
    const { marks } = await book(server);
    const [first, second] = [mark("one"), mark("two")];
    marks.add(first);
    marks.add(second);
    marks.begin();
    marks.change(first.id, { note: "one, with more" });
    marks.remove(second.id);
    await marks.drained();
    expect([...server.has.values()].map((each) => each.note)).toEqual(["one, with more"]);
    expect(marks.marks.value.map((each) => each.id)).toEqual([first.id]);
  });

  it("are taken up by the next page", async () => {
    const server = new FakeMarks();
    const { marks, store } = await book(server);
    marks.add(mark("kept"));
    const gone = mark("withdrawn");
    marks.add(gone);
    marks.remove(gone.id);
    await expect.poll(() => store.marks("r1")).toHaveLength(2);
    const after = new MarkBook(store, () => Promise.resolve(), server);
    await after.load(await vaultOf("r1"));
    expect(after.marks.value).toMatchObject([{ note: "kept", sent: false }]);
    expect(after.waiting).toBe(2);
    after.begin();
    await after.drained();
    expect([...server.has.values()].map((each) => each.note)).toEqual(["kept"]);
  });

  it("that the server refuses say why, and do not hold up the others", async () => {
    const server = new FakeMarks();
    server.refusing = true;
    const { marks } = await book(server);
    marks.add(mark("wrong"));
    marks.begin();
    await marks.drained();
    expect(marks.marks.value).toMatchObject([{ sent: false, refused: "There is no such criterion in this unit." }]);
  });

  it("go with their sound to another recording", async () => {
    const server = new FakeMarks();
    server.failing = Infinity;
    const { marks, store } = await book(server);
    marks.add(mark("before", 1));
    marks.add(mark("with it", 2));
    await expect.poll(() => store.marks("r1")).toHaveLength(2);
    const taken = marks.takeFrom(2);
    expect(taken.map((each) => each.note)).toEqual(["with it"]);
    await marks.moveTo(await vaultOf("r2"), taken.map((each) => ({ ...each, part: 0 })));
    server.failing = 0;
    marks.begin();
    await marks.drained();
    expect(server.asked.at(-1)).toBe("put r2 with it");
    expect([...server.has.values()]).toMatchObject([{ note: "with it", part: 0 }]);
  });
});
