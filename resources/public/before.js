// Runs before the program. Zod would try to compile its checks, which the page's policy (Trusted Types) forbids and reports;
// it reads this when it is loaded.
globalThis.__zod_globalConfig = { jitless: true };
