export { compareTexts } from './compare.ts';
export { foldText, type Segment, segmentsOf } from './fold.ts';
export { type SoundWord, soundIn, soundKeys, soundWord } from './sounds.ts';
