using Microsoft.Build.Framework;
using PolicyAsCode.Language;
using PolicyAsCode.Language.Messages;

namespace PolicyAsCode.Build;

/// <summary>
/// Writes the terms of the vocabulary as C# constants. A generator cannot: what one generator writes, another does not
/// see, and attributes would arrive without their arguments.
/// </summary>
public sealed class WriteTerms : PolicyTask
{
    /// <summary>The organisation's own vocabulary files, by full path; the built-in terms are always there.</summary>
    public ITaskItem[] Files { get; set; } = [];

    /// <summary>The C# file to write.</summary>
    [Required]
    public string Output { get; set; } = "";

    /// <summary>The file that says that it was done for these files.</summary>
    [Required]
    public string Stamp { get; set; } = "";

    private protected override Message Loss => Say.This("NoTerms");

    private protected override void Run()
    {
        var files = PolicyFiles.Parse(Files.Select(file => file.ItemSpec));
        var vocabulary = PolicyCompiler.Compile(files, policy: null, asOf: null).Vocabulary;
        OutputFile.WriteWhenDifferent(Output, TermsSource.Of(vocabulary));
        OutputFile.Stamp(Stamp);
    }
}
