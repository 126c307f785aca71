export { FOR_FILES, type Render, type RenderOptions } from './format';
export { FORMATS, REPORT_FORMATS, type ReportFormat, type ReportFormatName } from './formats';
export { type Report, reportOf } from './model/report';
