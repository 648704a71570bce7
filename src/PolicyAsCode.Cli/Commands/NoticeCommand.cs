using PolicyAsCode.Cli.Files;
using PolicyAsCode.Cli.Output;
using PolicyAsCode.Reports.Notices;
using PolicyAsCode.Reports.Wording;

namespace PolicyAsCode.Cli.Commands;

/// <summary><c>policy notice</c>: the privacy notice that a policy stands for, to be published.</summary>
internal sealed class NoticeCommand : PolicyCommand
{
    private readonly Option<string?> _policy = SharedOptions.Policy();
    private readonly Option<string[]> _in = SharedOptions.In();
    private readonly Option<string?> _language = new("--language")
    {
        HelpName = "LANGUAGE",
    };
    private readonly FormatOption _format;
    private readonly Option<string?> _to = new("--to")
    {
        HelpName = "FILE",
    };
    private readonly Option<string?> _against = new("--against")
    {
        HelpName = "FILE.notice.yaml",
    };
    private readonly Option<bool> _differences = new("--differences");

    public NoticeCommand(CommandHost host)
        : base("notice", host)
    {
        _format = new(host, "markdown", "html");
        _language.AcceptOneOf(host, "en", "id");
        Add(_policy);
        Add(_in);
        Add(_language);
        Add(_format);
        Add(_to);
        Add(_differences);
        Add(_against);
    }

    /// <inheritdoc/>
    public override IReadOnlyList<Example> Examples =>
    [
        new("policy notice --policy shop > privacy.md", "One"),
        new("policy notice --policy shop --language id --format html --to privacy.html", "Html"),
        new("policy notice --policy shop --differences", "Differences"),
        new("policy notice --policy shop --against old/shop.notice.yaml", "Against"),
    ];

    /// <inheritdoc/>
    public override IReadOnlyList<int> Exits => [ExitCodes.Clean, ExitCodes.Errors, ExitCodes.Usage];

    private protected override int Run(ParseResult call)
    {
        var policies = PolicyFolder.Load(call.GetValue(_in) ?? [], Host);
        var name = policies.Choose(call.GetValue(_policy));
        var against = call.GetValue(_against);
        if (against is not null)
            policies = policies with { Files = WithNotice(policies.Files, against, name) };
        var compiled = policies.Compile(name, asOf: null);
        if (compiled.Model is not { } model)
            throw new UsageException("Usage.PolicyUnreadable", name);

        // In the language of those who read it: that of the published notice, unless another one is asked for.
        var code = call.GetValue(_language) ?? compiled.Notice?.Language ?? model.Notice?.Language;
        var words = new ReportWords(MessageLanguages.TryParse(code, out var language) ? language : Host.Language);
        var notice = NoticeBuilder.Build(model, words);
        var isComparison = against is not null || call.GetValue(_differences);
        var document = isComparison ? new NoticeComparison(compiled, notice, words).Build() : notice;
        var isHtml = call.GetValue(_format) == "html";
        OutputFiles.Write(
            isHtml ? NoticePage.Write(document) : NoticeMarkdown.Write(document), call.GetValue(_to),
            $"{name}.{(isComparison ? "differences" : "notice")}{(isHtml ? ".html" : ".md")}", Host);
        return isComparison && document.Sections.Any(section => section.Id is "less" or "unknown") ? ExitCodes.Errors : ExitCodes.Clean;
    }

    // The list that is named takes the place of the policy's own.
    private ImmutableArray<ParsedFile> WithNotice(ImmutableArray<ParsedFile> files, string path, string policy)
    {
        if (PolicyCompiler.KindOf(path) != PolicyFileKind.Notice)
            throw new UsageException("Usage.NotANotice", path);
        var full = Path.GetFullPath(path, Host.Folder);
        if (!File.Exists(full))
            throw new UsageException("Usage.NoPath", path, Words.Of("Usage.PathsCount"));
        var notice = PolicyCompiler.Parse(path, PolicyText.Read(full, path));
        if (notice.PolicyName != policy)
            throw new UsageException("Usage.NoticeOfAnother", path, notice.PolicyName, policy);
        return [.. files.Where(file => file.Kind != PolicyFileKind.Notice || file.PolicyName != policy), notice];
    }
}
