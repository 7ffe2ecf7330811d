/** The double's look: plain and calm, coloured only by `customization`. */
export const styles = `
:host { all: initial; position: fixed; inset: 0; z-index: 2147483647; display: block; }
* { box-sizing: border-box; }
[hidden] { display: none !important; }
.overlay {
  --line: color-mix(in srgb, var(--ink) 16%, transparent);
  --quiet: color-mix(in srgb, var(--ink) 68%, transparent);
  --ink: #17211f;
  position: fixed; inset: 0; display: grid; place-items: center; padding: 16px; background: var(--overlay);
  color: var(--ink); font: 400 16px/1.5 system-ui, 'Segoe UI', 'Noto Sans Arabic', Tahoma, sans-serif;
}
.overlay.dark { --ink: #eef4f2; color-scheme: dark; }
.overlay[dir='rtl'] { line-height: 1.7; }
.dialog {
  display: flex; flex-direction: column; inline-size: min(420px, 100%); block-size: min(640px, 100%);
  background: var(--dialog); border-radius: 20px; overflow: hidden; box-shadow: 0 20px 60px rgb(0 0 0 / 28%);
}
.uncontained { padding: 0; }
.uncontained .dialog { inline-size: 100%; block-size: 100%; border-radius: 0; }
.uncontained .body, .uncontained .foot { inline-size: min(420px, 100%); margin-inline: auto; }
.head { display: flex; align-items: center; justify-content: space-between; padding: 12px 12px 0 20px; }
[dir='rtl'] .head { padding: 12px 20px 0 12px; }
.badge {
  font-size: 12px; font-weight: 600; letter-spacing: 0.06em; padding: 2px 10px; border-radius: 999px;
  border: 1.5px dashed currentColor; color: var(--quiet);
}
[lang='ar'] .badge { letter-spacing: 0; }
.close { inline-size: 44px; block-size: 44px; border: 0; border-radius: 50%; background: none; color: inherit; cursor: pointer; }
.close:hover { background: color-mix(in srgb, var(--ink) 8%, transparent); }
.body { flex: 1; overflow: auto; padding: 12px 24px 24px; display: flex; flex-direction: column; }
.foot { padding: 10px 24px 14px; font-size: 12px; color: var(--quiet); border-block-start: 1px solid var(--line); }
h1 { font-size: 22px; line-height: 1.3; font-weight: 650; margin: 4px 0 12px; outline: none; }
[lang='ar'] h1 { line-height: 1.5; }
p { margin: 0 0 12px; }
.quiet { color: var(--quiet); font-size: 14px; }
.screen { display: flex; flex-direction: column; flex: 1; }
.middle { flex: 1; display: flex; flex-direction: column; justify-content: center; align-items: center; text-align: center; }
label { display: block; font-size: 14px; font-weight: 600; margin-block: 8px; }
input {
  display: block; inline-size: 100%; block-size: 48px; margin-block-start: 4px; padding-inline: 14px; font: inherit;
  font-weight: 400; color: inherit; background: color-mix(in srgb, var(--ink) 4%, transparent);
  border: 1px solid var(--line); border-radius: 10px;
}
input.code { letter-spacing: 0.4em; text-align: center; font-variant-numeric: tabular-nums; direction: ltr; }
.primary, .secondary {
  block-size: 48px; inline-size: 100%; font: inherit; font-weight: 600; border-radius: var(--radius); cursor: pointer;
  margin-block-start: 12px; border: 1px solid transparent;
}
.primary { background: var(--theme); color: var(--button-text); }
.secondary { background: none; color: inherit; border-color: var(--line); }
.link { align-self: center; margin-block-start: 12px; min-block-size: 44px; border: 0; background: none; font: inherit; color: var(--link); text-decoration: underline; text-underline-offset: 3px; cursor: pointer; }
.actions { position: sticky; inset-block-end: -24px; margin-block: auto -24px; padding-block: 4px 24px; background: var(--dialog); }
:focus-visible { outline: 2px solid var(--theme); outline-offset: 2px; box-shadow: 0 0 0 5px var(--dialog); }
h1:focus-visible { outline: none; box-shadow: none; }
ul { list-style: none; margin: 0; padding: 0; }
input + ul { margin-block-start: 12px; }
.bank { display: flex; align-items: center; gap: 12px; inline-size: 100%; min-block-size: 60px; padding: 8px; font: inherit; text-align: start; color: inherit; background: none; border: 0; border-block-end: 1px solid var(--line); cursor: pointer; }
.bank:hover { background: color-mix(in srgb, var(--ink) 5%, transparent); }
.tile { flex: none; display: grid; place-items: center; inline-size: 40px; block-size: 40px; border-radius: 10px; font-weight: 700; font-size: 14px; overflow: hidden; }
.tile img { inline-size: 100%; block-size: 100%; object-fit: contain; }
.name { flex: 1; min-inline-size: 0; overflow: hidden; text-overflow: ellipsis; }
.facts { border: 1px solid var(--line); border-radius: 12px; margin: 4px 0 12px; }
.facts li { padding: 10px 14px; border-block-end: 1px solid var(--line); }
.facts li:last-child { border-block-end: 0; }
.pair { display: flex; justify-content: space-between; gap: 12px; font-size: 14px; }
.error { color: light-dark(#a3201d, #ffb4ab); font-size: 14px; font-weight: 600; margin-block: 8px 0; min-block-size: 1.5em; }
.mark { inline-size: 56px; block-size: 56px; margin-block-end: 16px; color: var(--theme); }
.mark.failed { color: light-dark(#a3201d, #ffb4ab); }
.spinner { inline-size: 40px; block-size: 40px; margin-block-end: 16px; border-radius: 50%; border: 3px solid var(--line); border-block-start-color: var(--theme); animation: turn 0.9s linear infinite; }
@keyframes turn { to { transform: rotate(1turn); } }
@media (prefers-reduced-motion: reduce) { .spinner { animation-duration: 4s; } }
@media (max-width: 480px) { .overlay { padding: 0; } .dialog { inline-size: 100%; block-size: 100%; border-radius: 0; } }
`;
