export { compareTexts } from './compare.ts';
export { foldText, type Segment, segmentsOf, simplified } from './fold.ts';
export { type SoundWord, soundIn, soundKeys, soundWord } from './sounds.ts';
