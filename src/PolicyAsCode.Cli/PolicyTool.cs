using System.CommandLine.Help;
using PolicyAsCode.Cli.Commands;
using PolicyAsCode.Cli.Output;

namespace PolicyAsCode.Cli;

/// <summary>The whole command: reads the words, runs what they name, and turns whatever happens into an exit code.</summary>
internal static class PolicyTool
{
    /// <summary>Runs one call.</summary>
    public static int Run(IReadOnlyList<string> words, CommandHost host)
    {
        host = host with { Language = SharedOptions.LanguageOf(words) };
        try
        {
            var root = Root(host);
            var call = root.Parse(words, new() { ResponseFileTokenReplacer = null });
            return CallMistakes.Find(call, words) is { Count: > 0 } mistakes
                ? CallMistakes.Report(mistakes, call, host)
                : call.Invoke(new() { Output = host.Out, Error = host.Error, EnableDefaultExceptionHandler = false });
        }
        catch (UsageException mistake)
        {
            host.Out.Flush();
            host.Error.WriteLine(host.Words.Say("Call.Error", mistake.Told));
            return ExitCodes.Usage;
        }
#pragma warning disable CA1031 // Whatever it is, it is ours: said in one sentence, not as a stack of frames.
        catch (Exception fault) when (fault is not OutOfMemoryException)
#pragma warning restore CA1031
        {
            host.Out.Flush();
            host.Error.WriteLine(host.Words.Say("Call.OwnFailure", fault.Message, fault.GetType().Name));
            if (Environment.GetEnvironmentVariable("POLICY_TRACE") is "1")
                host.Error.WriteLine(fault);
            return ExitCodes.OwnFailure;
        }
    }

    internal static RootCommand Root(CommandHost host)
    {
        var root = new RootCommand();
        root.Add(SharedOptions.Lang(host));
        foreach (var command in CommandList.All(host))
        {
            root.Add(command);
            SharedOptions.Complete(command, host);
        }
        // Without '-?' and '/?', which completion would offer before anything else.
        root.Options.Remove(root.Options.OfType<HelpOption>().Single());
        root.Add(new HelpOption("--help", "-h") { Action = new HelpPage(host) });
        root.Action = new HelpPage(host);
        return root;
    }
}
