using Claque.Cli;
using Claque.Cli.Terminal;

return await App.Run(args, Screen.Real(), CancellationToken.None);
