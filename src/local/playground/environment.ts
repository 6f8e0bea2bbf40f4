/** The Playground's whole environment: no browser of its own, our configuration, its log in our data. */
export function environment(
  inherited: NodeJS.ProcessEnv,
  configPath: string,
  logFile: string,
): NodeJS.ProcessEnv {
  return {
    ...inherited,
    TEAMSAPPTESTER_BROWSER: 'none',
    M365_AGENTS_PLAYGROUND_CONFIG_PATH: configPath,
    M365_AGENTS_PLAYGROUND_LOGFILE: logFile,
  };
}
