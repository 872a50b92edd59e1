// Runs Azurite for as long as whoever started it holds the other end of standard input: a test run that is killed leaves no emulator behind.
process.stdin.on('close', () => {
  if (!process.emit('SIGTERM')) {
    process.exit(0);
  }
  setTimeout(() => process.exit(0), 5000).unref();
}).resume();
require('azurite/dist/src/azurite.js');
