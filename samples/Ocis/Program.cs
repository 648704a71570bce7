using Ocis;
using Ocis.Demo;

if (args is ["demo", .. var options])
    return await DemoCommand.RunAsync(options, Console.Out, CancellationToken.None);

var app = OcisApplication.Build(args);
await app.PrepareDatabaseAsync();
await app.RunAsync();
return 0;

/// <summary>Public, so that tests can start the same application.</summary>
public partial class Program;
