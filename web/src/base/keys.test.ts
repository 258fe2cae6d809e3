import { beforeEach, describe, expect, it, vi } from "vitest";
import { type Command, Commands } from "./commands";
import { Keyboard, spelled } from "./keys";
import { singleKeys } from "./preferences";

function setUp() {
  const ran: string[] = [];
  const commands = new Commands();
  const command = (id: string, keys: string, rest: Partial<Command> = {}): Command => ({
    id,
    keys,
    title: "ui.save",
    group: "ui.general",
    run: () => ran.push(id),
    ...rest,
  });
  const add = (...list: Command[]) => commands.add(list);
  return { ran, commands, command, add, keyboard: new Keyboard(commands) };
}

const key = (name: string, rest: KeyboardEventInit = {}) =>
  new KeyboardEvent("keydown", { key: name, ...rest });

describe("the keyboard", () => {
  beforeEach(() => {
    singleKeys.set("on");
    document.body.replaceChildren();
  });

  it("runs the command of a single key", () => {
    const { ran, add, command, keyboard } = setUp();
    add(command("reply", "r"));
    expect(keyboard.press(key("r"), 0)).toBe(true);
    expect(ran).toEqual(["reply"]);
  });

  it("runs a sequence, and neither of its keys alone", () => {
    const { ran, add, command, keyboard } = setUp();
    add(command("go", "g t"), command("take", "t"));
    keyboard.press(key("g"), 0);
    keyboard.press(key("t"), 300);
    expect(ran).toEqual(["go"]);
  });

  it("forgets half a sequence after a while", () => {
    const { ran, add, command, keyboard } = setUp();
    add(command("go", "g t"), command("take", "t"));
    keyboard.press(key("g"), 0);
    keyboard.press(key("t"), 5_000);
    expect(ran).toEqual(["take"]);
  });

  it("never takes what AltGr types", () => {
    const { ran, add, command, keyboard } = setUp();
    add(command("palette", "mod+k"), command("assign", "a"), command("l", "l"));
    const asWindowsSaysIt = key("ł", { ctrlKey: true, altKey: true });
    const plain = key("a", { altKey: true });
    const withState = key("l");
    withState.getModifierState = (state) => state === "AltGraph";
    expect(keyboard.press(asWindowsSaysIt, 0)).toBe(false);
    expect(keyboard.press(plain, 0)).toBe(false);
    expect(keyboard.press(withState, 0)).toBe(false);
    expect(ran).toEqual([]);
  });

  it("leaves single keys to a field that has the focus, but not Ctrl+K", () => {
    const { ran, add, command, keyboard } = setUp();
    add(command("reply", "r"), command("palette", "mod+k"));
    const input = document.createElement("input");
    document.body.append(input);
    let used: boolean[] = [];
    input.addEventListener("keydown", (event) => {
      used = [...used, keyboard.press(event, 0)];
    });
    input.dispatchEvent(key("r", { bubbles: true }));
    input.dispatchEvent(key("k", { ctrlKey: true, bubbles: true }));
    expect(used).toEqual([false, true]);
    expect(ran).toEqual(["palette"]);
  });

  it("leaves single keys alone when they are switched off", () => {
    const { ran, add, command, keyboard } = setUp();
    add(command("reply", "r"), command("palette", "mod+k"));
    singleKeys.set("off");
    keyboard.press(key("r"), 0);
    keyboard.press(key("k", { ctrlKey: true }), 0);
    expect(ran).toEqual(["palette"]);
  });

  it("does not run behind an open dialog", () => {
    const { ran, add, command, keyboard } = setUp();
    add(command("reply", "r"));
    const dialog = document.createElement("div");
    dialog.setAttribute("role", "dialog");
    document.body.append(dialog);
    keyboard.press(key("r"), 0);
    expect(ran).toEqual([]);
  });

  it("does not run what is blocked or not offered", () => {
    const { ran, add, command, keyboard } = setUp();
    add(
      command("blocked", "b", { blocked: () => "not now" }),
      command("hidden", "h", { offered: () => false }),
    );
    expect(keyboard.press(key("b"), 0)).toBe(true);
    expect(keyboard.press(key("h"), 0)).toBe(false);
    expect(ran).toEqual([]);
  });

  it("spells keys for the help page", () => {
    expect(spelled("g t")).toEqual([["G"], ["T"]]);
    expect(spelled("mod+k")).toEqual([["Ctrl", "K"]]);
  });
});

describe("commands", () => {
  it("of a page replace general ones of the same name until it is left", () => {
    const { commands, command, add } = setUp();
    add(command("edit", "e"));
    const leave = add(command("edit", "x"));
    expect(commands.find("edit")?.keys).toBe("x");
    leave();
    expect(commands.find("edit")?.keys).toBe("e");
  });

  it("tell their readers about every change", () => {
    const { commands, command, add } = setUp();
    const listener = vi.fn();
    commands.subscribe(listener);
    add(command("edit", "e"))();
    expect(listener).toHaveBeenCalledTimes(2);
  });
});
