// What the built pages make their elements with; build.mjs gives it to every file.
export { Fragment, h } from 'preact';
