import { startMapPage } from './map-page/start-map-page.tsx';
import { startThemeChoice } from './state/theme-choice.ts';

startThemeChoice();
void startMapPage();
