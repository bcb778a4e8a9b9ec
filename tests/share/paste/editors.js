// One editor after the other, each made of the library that stands behind a place and set to hold what that place's
// tool bar offers. Into each goes a paste event with the HTML and the words of the clipboard; what the editor then
// holds, written as HTML, is the outcome.
import {
  Alignment, BlockQuote, Bold, ClassicEditor, Code, CodeBlock, Essentials, FontBackgroundColor, FontColor, Heading,
  HorizontalLine, Indent, Italic, Link, List, Paragraph, PasteFromOffice, Strikethrough, Subscript, Superscript,
  Table, Underline,
} from 'ckeditor5';
import Quill from 'quill/quill.js';
import {Editor as Tiptap} from '@tiptap/core';
import StarterKit from '@tiptap/starter-kit';
import {DOMSerializer} from '@atlaskit/editor-prosemirror/model';
import {EditorState as ProseState} from '@atlaskit/editor-prosemirror/state';
import {EditorView} from '@atlaskit/editor-prosemirror/view';
import {defaultSchema} from '@atlaskit/adf-schema/schema-default';
import React from 'react';
import ReactDOM from 'react-dom';
import {convertToRaw, DefaultDraftBlockRenderMap, Editor as DraftEditor, EditorState, CompositeDecorator} from 'draft-js';
import {createEditor, $getRoot} from 'lexical';
import {registerRichText, HeadingNode, QuoteNode} from '@lexical/rich-text';
import {$generateHtmlFromNodes} from '@lexical/html';
import {ListItemNode, ListNode} from '@lexical/list';
import {LinkNode} from '@lexical/link';

const settled = () => new Promise(done => setTimeout(done, 100));

function place(editable = false) {
  const node = document.body.appendChild(document.createElement('div'));
  node.contentEditable = editable ? 'true' : 'inherit';
  return node;
}

async function paste(target, clipboard) {
  const data = new DataTransfer();
  for (const [type, text] of Object.entries(clipboard)) data.setData(type, text);
  target.focus();
  await settled();
  target.dispatchEvent(new ClipboardEvent('paste', {clipboardData: data, bubbles: true, cancelable: true}));
  await settled();
}

async function ckeditor(clipboard, plugins, heading) {
  const editor = await ClassicEditor.create(place(), {licenseKey: 'GPL', plugins: [
    Essentials, Paragraph, Heading, Bold, Italic, Underline, Strikethrough, FontColor, FontBackgroundColor, Link, List,
    BlockQuote, Table, PasteFromOffice, ...plugins], heading: {options: heading}});
  await paste(editor.editing.view.getDomRoot(), clipboard);
  return editor.getData();
}

const ordinary = {model: 'paragraph', title: 'Normal'};
const levels = (from, to) => Array.from({length: to - from + 1}, (_, place) => ({
  model: `heading${from + place}`, view: `h${from + place}`, title: `Heading ${place + 1}`}));

// a text part of a SharePoint page: its headings are those of levels 2 to 5, "monospaced" is a kind of paragraph
const sharepoint = clipboard => ckeditor(clipboard, [Alignment, Indent, Subscript, Superscript], [
  ordinary, ...levels(2, 5), {model: 'monospaced', view: 'pre', title: 'Monospaced'}]);

const teams = clipboard => ckeditor(clipboard, [Code, CodeBlock, HorizontalLine], [ordinary, ...levels(1, 3)]);

// a post on LinkedIn: words and line breaks
async function linkedin(clipboard) {
  const editor = new Quill(place(), {formats: [], modules: {toolbar: false}});
  editor.setSelection(0, 0);
  await paste(editor.root, clipboard);
  return editor.getSemanticHTML();
}

// what the schema of Confluence has no room for, its parser leaves out
async function confluence(clipboard) {
  const view = new EditorView(place(), {state: ProseState.create({schema: defaultSchema})});
  await paste(view.dom, clipboard);
  const out = document.createElement('div');
  out.append(DOMSerializer.fromSchema(defaultSchema).serializeFragment(view.state.doc.content));
  return out.innerHTML;
}

async function substack(clipboard) {
  const editor = new Tiptap({element: place(), extensions: [StarterKit]});
  await paste(editor.view.dom, clipboard);
  return editor.getHTML();
}

function draftHtml(content) {
  const tags = {'unordered-list-item': 'li', 'ordered-list-item': 'li', 'header-one': 'h1', 'header-two': 'h2',
    'header-three': 'h3', blockquote: 'blockquote', 'code-block': 'pre'};
  const styles = {BOLD: 'strong', ITALIC: 'em', CODE: 'code', UNDERLINE: 'u', STRIKETHROUGH: 's'};
  const out = document.createElement('div');
  for (const block of content.blocks) {
    const node = out.appendChild(document.createElement(tags[block.type] || 'p'));
    if (node.tagName === 'LI') node.dataset.depth = block.depth;
    const edges = new Set([0, block.text.length]);
    const ranges = [...block.inlineStyleRanges, ...block.entityRanges];
    for (const {offset, length} of ranges) edges.add(offset).add(offset + length);
    const places = [...edges].sort((one, other) => one - other);
    for (let at = 0; at + 1 < places.length; at++) {
      const here = ({offset, length}) => offset <= places[at] && places[at] < offset + length;
      let inner = document.createTextNode(block.text.slice(places[at], places[at + 1]));
      const wrap = tag => {
        const around = document.createElement(tag);
        around.append(inner);
        inner = around;
        return around;
      };
      for (const range of block.inlineStyleRanges.filter(here)) wrap(styles[range.style] || 'span');
      for (const range of block.entityRanges.filter(here)) {
        const entity = content.entityMap[range.key];
        if (entity.type === 'LINK') wrap('a').href = entity.data.url;
      }
      node.append(inner);
    }
  }
  return out.innerHTML;
}

async function draft(clipboard) {
  const kept = DefaultDraftBlockRenderMap.filter((_, kind) => [
    'unstyled', 'unordered-list-item', 'ordered-list-item'].includes(kind));
  let state = EditorState.createEmpty(new CompositeDecorator([]));
  const node = place();
  const draw = () => ReactDOM.render(React.createElement(DraftEditor, {
    editorState: state, blockRenderMap: kept, onChange: next => { state = next; draw(); }}), node);
  draw();
  await paste(node.querySelector('.public-DraftEditor-content'), clipboard);
  return draftHtml(convertToRaw(state.getCurrentContent()));
}

async function lexical(clipboard) {
  const editor = createEditor({nodes: [ListNode, ListItemNode, LinkNode], onError(error) { throw error; }});
  const node = place(true);
  editor.setRootElement(node);
  registerRichText(editor);
  editor.update(() => { $getRoot().selectEnd(); }, {discrete: true});
  await paste(node, clipboard);
  return editor.getEditorState().read(() => $generateHtmlFromNodes(editor), {editor});
}

const editors = {draft, lexical, sharepoint, teams, linkedin, confluence, substack};

async function run() {
  const clipboards = JSON.parse(document.getElementById('clipboards').textContent);
  const outcome = {};
  for (const [name, editor] of Object.entries(editors)) {
    try {
      outcome[name] = {html: await editor(clipboards[name])};
    } catch (error) {
      outcome[name] = {error: String(error.stack || error)};
    }
  }
  document.body.replaceChildren(Object.assign(document.createElement('pre'), {
    id: 'outcome', textContent: JSON.stringify(outcome)}));
  document.title = 'done';
}
run();
