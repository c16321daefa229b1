/** Numbers, times and values as people read them. */
import { zone } from './store.js';

const whole = new Intl.NumberFormat('en');
const few = new Intl.NumberFormat('en', { maximumSignificantDigits: 2 });
/** A number that the broker does not report is not zero. */
export const NOT_TOLD = 'not told';

export const count = number => number === null || number === undefined ? NOT_TOLD : whole.format(number);
export const rate = number => number === undefined ? '–' : `${number >= 10 ? whole.format(Math.round(number)) : few.format(number)}/s`;
export const percent = share => Number.isFinite(share) ? few.format(share * 100) + ' %' : '–';

export function plural(number, one, many = one + 's') {
    return `${count(number)} ${number === 1 ? one : many}`;
}

/** @param {number} seconds */
export function duration(seconds) {
    if (seconds === null || seconds === undefined) {
        return '–';
    }
    const size = Math.abs(seconds);
    if (size < 1) {
        return `${Math.round(seconds * 1000)} ms`;
    }
    if (size < 60) {
        return `${few.format(seconds)} s`;
    }
    const [unit, length] = size < 3600 ? ['min', 60] : size < 86400 ? ['h', 3600] : ['d', 86400];
    return `${few.format(seconds / length)} ${unit}`;
}

export const seconds = (from, to) => from && to ? (Date.parse(to) - Date.parse(from)) / 1000 : undefined;

export function ago(instant, now = Date.now()) {
    const passed = (now - Date.parse(instant)) / 1000;
    return passed < -1 ? `in ${duration(-passed)}` : passed < 1 ? 'now' : `${duration(passed)} ago`;
}

/** So long after its first failure, a group of failures is new. */
const NEW = 3_600_000;
export const isNew = instant => Date.now() - Date.parse(instant) < NEW;

/** Day and time in the chosen zone; only the time if it is today. */
export function when(instant, where = zone.get()) {
    if (!instant) {
        return '–';
    }
    const date = new Date(instant);
    const timeZone = where === 'utc' ? 'UTC' : undefined;
    const day = d => d.toLocaleDateString('sv-SE', { timeZone });
    const time = date.toLocaleTimeString('sv-SE', { timeZone });
    return day(date) === day(new Date()) ? time : `${day(date)} ${time}`;
}

/** A sentence of the server with its instants in the chosen zone. */
export const local = sentence => sentence.replace(/\d{4}(-\d\d){2}T[\d:.]+Z/g, instant => when(instant));

const TWO = '2-digit';
const WHOLE = { year: 'numeric', month: TWO, day: TWO, hour: TWO, minute: TWO, second: TWO, fractionalSecondDigits: 3, timeZoneName: 'short' };

export const exactly = (instant, where = zone.get()) => !instant ? '' : where === 'utc'
    ? new Date(instant).toISOString()
    : new Date(instant).toLocaleString('sv-SE', WHOLE);

export function bytes(size) {
    const steps = ['B', 'KiB', 'MiB', 'GiB'];
    let step = 0;
    let left = size;
    while (left >= 1024 && step < steps.length - 1) {
        left /= 1024;
        step++;
    }
    return `${step ? few.format(left) : left} ${steps[step]}`;
}

/** The name of an exception without its package. */
export const shortType = type => type?.replace(/^.*\./, '') ?? 'unknown error';

/** A value as JSON with its exact numbers; a string as it is. */
export const asText = value => typeof value === 'string' ? value : JSON.stringify(value, null, 2) ?? '';
