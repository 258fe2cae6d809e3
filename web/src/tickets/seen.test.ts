import { act, renderHook } from "@testing-library/react";
import { expect, it } from "vitest";
import { useSeen } from "./seen";

const read = (newest: number | undefined, writing = false) =>
  renderHook(
    (props: { newest?: number; writing: boolean }) => useSeen(props.newest, props.writing),
    {
      initialProps: { newest, writing },
    },
  );

it("the talk has been read as far as it goes, until somebody writes", () => {
  const { result, rerender } = read(undefined);
  expect(result.current[0]).toBeUndefined();
  rerender({ newest: 4, writing: false });
  expect(result.current[0]).toBe(4);
  rerender({ newest: 5, writing: false });
  rerender({ newest: 5, writing: true });
  rerender({ newest: 6, writing: true });
  expect(result.current[0]).toBe(5);
  rerender({ newest: 6, writing: false });
  expect(result.current[0]).toBe(6);
});

it("with a draft in the box it begins where the talk stands, and goes on where it was shown", () => {
  const { result, rerender } = read(undefined, true);
  rerender({ newest: 4, writing: true });
  expect(result.current[0]).toBe(4);
  rerender({ newest: 7, writing: true });
  expect(result.current[0]).toBe(4);
  act(() => result.current[1](7));
  expect(result.current[0]).toBe(7);
});
