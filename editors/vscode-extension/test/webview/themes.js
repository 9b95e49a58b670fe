'use strict';

// The colors that VS Code gives its pages in three of its themes.

const font = { 'font-family': 'system-ui, "DejaVu Sans", sans-serif', 'font-size': '13px' };

exports.dark = { kind: 'vscode-dark', colors: { ...font,
  'editor-background': '#1F1F1F', foreground: '#CCCCCC', descriptionForeground: '#9D9D9D', 'editorWidget-background': '#202020', 'editorWidget-border': '#3C3C3C',
  'input-background': '#313131', 'input-foreground': '#CCCCCC', 'input-border': '#3C3C3C', focusBorder: '#0078D4', 'button-background': '#0078D4',
  'button-foreground': '#FFFFFF', 'button-secondaryBackground': '#313131', 'button-secondaryForeground': '#CCCCCC', 'toolbar-hoverBackground': '#5A5D5E50',
  'charts-green': '#89D185', 'charts-red': '#F14C4C', 'charts-yellow': '#CCA700', 'widget-shadow': '#0000005C' } };
exports.light = { kind: 'vscode-light', colors: { ...font,
  'editor-background': '#FFFFFF', foreground: '#3B3B3B', descriptionForeground: '#6B6B6B', 'editorWidget-background': '#F8F8F8', 'editorWidget-border': '#C8C8C8',
  'input-background': '#F3F3F3', 'input-foreground': '#3B3B3B', 'input-border': '#CECECE', focusBorder: '#005FB8', 'button-background': '#005FB8',
  'button-foreground': '#FFFFFF', 'button-secondaryBackground': '#E5E5E5', 'button-secondaryForeground': '#3B3B3B', 'toolbar-hoverBackground': '#B8B8B850',
  'charts-green': '#388A34', 'charts-red': '#E51400', 'charts-yellow': '#BF8803', 'widget-shadow': '#00000029' } };
exports.contrast = { kind: 'vscode-high-contrast', colors: { ...font,
  'editor-background': '#000000', foreground: '#FFFFFF', descriptionForeground: '#FFFFFFB3', 'editorWidget-background': '#0C141F', contrastBorder: '#6FC3DF',
  'input-background': '#000000', 'input-foreground': '#FFFFFF', 'input-border': '#6FC3DF', focusBorder: '#F38518', 'button-background': '#000000',
  'button-foreground': '#FFFFFF', 'button-secondaryBackground': '#000000', 'button-secondaryForeground': '#FFFFFF',
  'charts-green': '#89D185', 'charts-red': '#F48771', 'charts-yellow': '#FFD700' } };
