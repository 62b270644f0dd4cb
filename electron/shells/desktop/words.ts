import type { FileKind, FolderPurpose, Locale } from '../../../shared/contract/bridge.ts';

/** All that the shell itself says; the page has its own words in resources/locales. */
export interface Words {
  readonly appName: string;
  readonly menu: Readonly<
    Record<
      | 'file'
      | 'quit'
      | 'edit'
      | 'undo'
      | 'redo'
      | 'cut'
      | 'copy'
      | 'paste'
      | 'selectAll'
      | 'view'
      | 'zoomIn'
      | 'zoomOut'
      | 'zoomReset'
      | 'fullScreen'
      | 'reload'
      | 'help'
      | 'logs'
      | 'about'
      | 'hide'
      | 'hideOthers'
      | 'showAll',
      string
    >
  >;
  readonly pickFile: Readonly<Record<FileKind, string>>;
  readonly fileFilters: Readonly<Record<FileKind, string>>;
  readonly allFiles: string;
  readonly pickFolder: Readonly<Record<FolderPurpose, string>>;
  readonly save: string;
  readonly coreRestarted: { readonly title: string; readonly detail: string };
  readonly coreDown: { readonly title: string; readonly detail: string };
  readonly pageGone: { readonly title: string; readonly detail: string };
  readonly continue: string;
  readonly aboutDetail: (version: string) => string;
}

const zh: Words = {
  appName: '公道',
  menu: {
    file: '文件',
    quit: '退出公道',
    edit: '编辑',
    undo: '撤销',
    redo: '重做',
    cut: '剪切',
    copy: '复制',
    paste: '粘贴',
    selectAll: '全选',
    view: '视图',
    zoomIn: '放大',
    zoomOut: '缩小',
    zoomReset: '实际大小',
    fullScreen: '全屏',
    reload: '重新载入页面',
    help: '帮助',
    logs: '打开日志文件夹',
    about: '关于公道',
    hide: '隐藏公道',
    hideOthers: '隐藏其他',
    showAll: '全部显示',
  },
  pickFile: {
    spreadsheet: '选择表格文件',
    evidence: '选择证据文件',
    backup: '选择备份文件',
    'law-data': '选择法律数据文件',
    template: '选择 Word 模板',
  },
  fileFilters: {
    spreadsheet: '表格',
    evidence: '证据材料',
    backup: '备份',
    'law-data': '法律数据',
    template: 'Word 文档',
  },
  allFiles: '所有文件',
  pickFolder: {
    'create-office': '选择存放新机构数据的文件夹',
    'open-office': '选择机构数据所在的文件夹',
    'save-backup': '选择存放备份的文件夹',
    'calendar-feed': '选择存放日历文件的文件夹',
    'batch-papers': '选择存放文书的文件夹',
  },
  save: '保存文件',
  coreRestarted: {
    title: '公道的数据服务意外停止，现已重新启动',
    detail: '已保存的内容没有丢失。请重新输入口令打开机构，并核对刚才的最后一步操作。',
  },
  coreDown: {
    title: '公道的数据服务反复停止',
    detail: '已保存的内容没有丢失。请退出公道，检查磁盘空间和安全软件后再启动；日志可从“帮助”菜单打开。',
  },
  pageGone: { title: '页面意外停止', detail: '公道将重新载入页面。已保存的内容没有丢失。' },
  continue: '继续',
  aboutDetail: (version) => `版本 ${version}\n劳动者权益保障与法律援助案件管理`,
};

const en: Words = {
  appName: 'Gongdao',
  menu: {
    file: 'File',
    quit: 'Quit Gongdao',
    edit: 'Edit',
    undo: 'Undo',
    redo: 'Redo',
    cut: 'Cut',
    copy: 'Copy',
    paste: 'Paste',
    selectAll: 'Select all',
    view: 'View',
    zoomIn: 'Zoom in',
    zoomOut: 'Zoom out',
    zoomReset: 'Actual size',
    fullScreen: 'Full screen',
    reload: 'Reload the page',
    help: 'Help',
    logs: 'Open the log folder',
    about: 'About Gongdao',
    hide: 'Hide Gongdao',
    hideOthers: 'Hide others',
    showAll: 'Show all',
  },
  pickFile: {
    spreadsheet: 'Choose a spreadsheet',
    evidence: 'Choose evidence',
    backup: 'Choose a backup',
    'law-data': 'Choose a law data file',
    template: 'Choose a Word template',
  },
  fileFilters: {
    spreadsheet: 'Spreadsheets',
    evidence: 'Evidence',
    backup: 'Backups',
    'law-data': 'Law data',
    template: 'Word document',
  },
  allFiles: 'All files',
  pickFolder: {
    'create-office': 'Choose a folder for the new office',
    'open-office': "Choose the office's folder",
    'save-backup': 'Choose a folder for the backup',
    'calendar-feed': 'Choose a folder for the calendar file',
    'batch-papers': 'Choose a folder for the documents',
  },
  save: 'Save the file',
  coreRestarted: {
    title: "Gongdao's data service stopped unexpectedly and has been started again",
    detail:
      'Nothing that was saved is lost. Enter the passphrase to open the office again, and check the last thing you did.',
  },
  coreDown: {
    title: "Gongdao's data service keeps stopping",
    detail:
      'Nothing that was saved is lost. Quit Gongdao, check disk space and security software, then start again. The Help menu opens the log.',
  },
  pageGone: {
    title: 'The page stopped unexpectedly',
    detail: 'Gongdao loads it again. Nothing that was saved is lost.',
  },
  continue: 'Continue',
  aboutDetail: (version) => `Version ${version}\nCase management for labour rights and legal aid`,
};

export const wordsFor = (locale: Locale): Words => (locale === 'en' ? en : zh);
