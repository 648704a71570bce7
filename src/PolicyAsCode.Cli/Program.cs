using PolicyAsCode.Cli;

var host = CommandHost.OfProcess();
var code = PolicyTool.Run(args, host);
host.Out.Flush();
return code;
