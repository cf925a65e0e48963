/** Everything that an app declares its pages with, in one import. docs/guide/apps.md shows how. */

export { App } from './app.ts';
export { appItem } from './app-row.ts';
export { TEXT_BUFFER_BYTES, TextBuffer } from './buffer.ts';
export { button, chip, dangerButton, disabledButton, iconButton, keyButton, primaryButton } from './button.ts';
export { beginCard, endCard } from './card.ts';
export { drawing, drawingButton, drawingPressed, wideDrawing } from './drawing.ts';
export { blur, field, focusNext, textArea } from './field.ts';
export { beginBar, endBar, header } from './frame.ts';
export { beginRow, endRow, gap } from './layout.ts';
export { beginMenu, endMenu, menuItem } from './menu.ts';
export { clock, empty, middle } from './middle.ts';
export { key } from './numbers.ts';
export { closePage, closePageNow, depth, openPage, pageAt, toTop } from './pages.ts';
export { pendingRemorse, startRemorse, takeRemorse } from './remorse.ts';
export { coverActions, everyFrame, gadgetSlot, wake } from './requests.ts';
export { choice, item, toggle, valueItem } from './row.ts';
export { beginSheet, endSheet } from './sheet.ts';
export { progress, slider } from './slider.ts';
export { alert, caption, figure, heading, label, note, paragraph, remark, result, section, strong } from './text.ts';
export { built, words, wordsOf } from './words.ts';
