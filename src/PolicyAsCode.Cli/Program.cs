using PolicyAsCode.Cli;
using PolicyAsCode.Language;

// A good part of a short life is reading the vocabulary: it is read beside everything else.
if (args is ["check" or "test" or "explain", ..])
    _ = Task.Run(() => BuiltInVocabulary.Terms);

var host = CommandHost.OfProcess();
var code = PolicyTool.Run(args, host);
host.Out.Flush();
return code;
