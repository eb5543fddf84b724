import { startThemeChoice } from './islands/common/theme-choice.ts';
import { startDeskKeys } from './islands/desk/desk-keys.ts';
import { startSignIn } from './islands/desk/sign-in.ts';

startThemeChoice();
startDeskKeys(document);
const place = document.getElementById('sign-in');
if (place !== null) startSignIn(place);
