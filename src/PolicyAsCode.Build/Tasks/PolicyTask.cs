using Microsoft.Build.Framework;
using PolicyAsCode.Language.Messages;
using Task = Microsoft.Build.Utilities.Task;

namespace PolicyAsCode.Build;

/// <summary>
/// Base of every task. Nothing escapes <see cref="Execute"/>: a file that cannot be read is the user's error, with its
/// name; a fault of ours is one warning, <c>PAC9004</c>, and the build goes on.
/// </summary>
public abstract class PolicyTask : Task
{
    internal const string OwnFailure = "PAC9004";
    internal const string Unreadable = "PAC1001";

    /// <summary>The language in which findings are told: <c>en</c>, which is the default, or <c>id</c>.</summary>
    public string Language { get; set; } = "";

    /// <summary>What fails when this task does, for the sentence of PAC9004: "the policy was not checked".</summary>
    private protected abstract Message Loss { get; }

    private protected MessageLanguage Told =>
        MessageLanguages.TryParse(Language.Trim(), out var language) ? language : MessageLanguage.English;

    /// <inheritdoc/>
    public sealed override bool Execute()
    {
        try
        {
            Run();
        }
        catch (UnreadableFileException unreadable)
        {
            Report(PolicySeverity.Error, Unreadable, unreadable.Path, default, unreadable.Text);
        }
        catch (Exception fault) when (fault is not OutOfMemoryException)
        {
            Report(
                PolicySeverity.Warning, OwnFailure, null, default,
                Say.This("OwnFailure", Loss, FirstLine(fault.Message), fault.GetType().Name));
            Log.LogMessage(MessageImportance.Low, "{0}", fault);
        }
        return !Log.HasLoggedErrors;
    }

    private protected abstract void Run();

    /// <summary>Logs a sentence of ours in the language of the project.</summary>
    private protected void Report(PolicySeverity severity, string id, string? file, TextRange range, Message message) =>
        Report(severity, id, file, range, message.In(Told));

    /// <summary>Logs a finding the way that MSBuild, editors and CI read it; positions count from one there.</summary>
    private protected void Report(PolicySeverity severity, string id, string? file, TextRange range, string message)
    {
        var (line, column) = range == default ? (0, 0) : (range.Start.Line + 1, range.Start.Column + 1);
        var (endLine, endColumn) = range == default ? (0, 0) : (range.End.Line + 1, range.End.Column + 1);
        var help = PolicyRules.PageOf(id);
        switch (severity)
        {
            case PolicySeverity.Error:
                Log.LogError(null, id, null, help, file, line, column, endLine, endColumn, message);
                break;
            case PolicySeverity.Warning:
                Log.LogWarning(null, id, null, help, file, line, column, endLine, endColumn, message);
                break;
            default:
                Log.LogMessage(
                    null, id, null, file, line, column, endLine, endColumn, MessageImportance.Normal, message);
                break;
        }
    }

    private static string FirstLine(string text) => text.Split('\r', '\n')[0].TrimEnd('.');
}
