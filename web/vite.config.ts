// The build: React, Tailwind, and messages turned from ICU text into syntax trees.
//
// Messages are compiled here so that the browser never carries a message parser, and a broken
// message stops the build instead of showing itself to a customer.

import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { parse } from "@formatjs/icu-messageformat-parser";
import tailwind from "@tailwindcss/vite";
import react from "@vitejs/plugin-react";
import { defineConfig, type Plugin } from "vite";
// @ts-expect-error a plain script
import { cutFonts } from "./fonts.mjs";

const here = import.meta.dirname;

// `messages:pl` is every slice's pl.json in one object, `messages:pages-pl` every slice's
// pages.pl.json: plain text where a message has no arguments, a syntax tree where it has.
export function messages(): Plugin {
  const prefix = "messages:";
  return {
    name: "messages",
    resolveId: (id) => (id.startsWith(prefix) ? `\0${id}` : undefined),
    load(id) {
      if (!id.startsWith(`\0${prefix}`)) return undefined;
      const file = `${id.slice(prefix.length + 1).replace("-", ".")}.json`;
      const all: Record<string, unknown> = {};
      for (const slice of readdirSync(join(here, "src"))) {
        const path = join(here, "src", slice, file);
        if (!existsSync(path)) continue;
        this.addWatchFile(path);
        const texts: Record<string, string> = JSON.parse(readFileSync(path, "utf8"));
        for (const [key, text] of Object.entries(texts)) {
          const tree = parse(text, { captureLocation: false });
          all[key] = tree.every((part) => part.type === 0)
            ? tree.map((part) => part.value).join("")
            : tree;
        }
      }
      return `export default JSON.parse(${JSON.stringify(JSON.stringify(all))})`;
    },
  };
}

export default defineConfig({
  plugins: [{ name: "fonts", buildStart: () => cutFonts() }, messages(), react(), tailwind()],
  resolve: {
    alias: process.env.VITEST
      ? []
      : [
          {
            find: /^@formatjs\/icu-messageformat-parser$/,
            replacement: "@formatjs/icu-messageformat-parser/no-parser.js",
          },
        ],
  },
  build: {
    target: "es2022",
    manifest: true, // For size.mjs; nothing of it is served.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    chunkSizeWarningLimit: 700,
  },
  server: { proxy: { "/api": "http://127.0.0.1:8080" } },
  test: { environment: "happy-dom", include: ["src/**/*.test.{ts,tsx}"] },
} as Parameters<typeof defineConfig>[0]);
