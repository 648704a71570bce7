namespace PolicyAsCode.Cli;

/// <summary>The process <c>policy</c>.</summary>
internal static class Program
{
    private static int Main(string[] words)
    {
        // A good part of a short life is reading the vocabulary: it is read beside everything else.
        if (words is ["check" or "test" or "explain", ..])
            _ = Task.Run(() => BuiltInVocabulary.Terms);

        var host = CommandHost.OfProcess();
        var code = PolicyTool.Run(words, host);
        host.Out.Flush();
        return code;
    }
}
