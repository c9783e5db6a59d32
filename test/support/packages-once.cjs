'use strict';
// A worker of Jest reads each CommonJS package once, not once a suite: reading Mongoose, Express and their like anew was
// a third of the processor time of all tests. Our own modules stay fresh in every suite. A package then has the classes
// of its own realm, as Node's modules always have here: ask `error.name` or the package's class, not `instanceof Error`.
const { createRequire, isBuiltin } = require('node:module');
const { isAbsolute } = require('node:path');
const Runtime = require('jest-runtime').default;

// Express's router takes a promise of the suite's realm for a foreign one and says so.
process.env.NO_DEPRECATION = 'router';

/** What shares its state with the running suite. */
const OF_THE_SUITE = /\/node_modules\/(?:@jest\/|jest-|expect|pretty-format\/|@swc\/|source-map)/;

module.exports = class PackagesOnce extends Runtime {
  constructor(config, environment, ...others) {
    super(config, environment, ...others);
    // Dates that packages make are dates to the suite, too.
    environment.global.Date = Date;
  }

  requireModule(from, name, options, isRequireActual) {
    const path = options?.isInternalModule === true ? null : packageFile(from, name);
    if (path === null) return super.requireModule(from, name, options, isRequireActual);
    return require(path);
  }
};

/** Null for what is not CommonJS of a package. */
function packageFile(from, name) {
  if (name !== undefined && (isBuiltin(name) || name.startsWith('.'))) return null;
  const path = name === undefined || isAbsolute(name) ? (name ?? from) : resolved(from, name);
  const isPackage = path?.includes('/node_modules/') === true && !OF_THE_SUITE.test(path);
  return isPackage && /\.c?js$/.test(path) ? path : null;
}

function resolved(from, name) {
  try {
    return createRequire(from).resolve(name);
  } catch {
    return null;
  }
}
