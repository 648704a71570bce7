using System.Diagnostics.CodeAnalysis;
using BenchmarkDotNet.Attributes;
using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Jobs;
using BenchmarkDotNet.Running;
using BenchmarkDotNet.Toolchains.InProcess.Emit;
using PolicyAsCode.Language;
using PolicyAsCode.Language.Model;

namespace PolicyAsCode.Benchmarks;

/// <summary>What one question costs that was asked before, as analyzers ask: at most 100 ns and no memory.</summary>
[MemoryDiagnoser]
[SuppressMessage("Performance", "CA1822:Mark members as static", Justification = "BenchmarkDotNet calls instances.")]
public class Evaluation
{
    private PolicyEvaluator _evaluator = null!;
    private Term _category = null!;
    private Term _purpose = null!;
    private Term _recipient = null!;
    private Term _subject = null!;
    private Term _source = null!;

    public static void Run() => BenchmarkRunner.Run<Evaluation>(
        DefaultConfig.Instance.AddJob(Job.ShortRun.WithToolchain(InProcessEmitToolchain.Instance)));

    [GlobalSetup]
    public void Setup()
    {
        var policy = SyntheticPolicy.Of(1_000);
        var model = policy.Compile(policy.ReadVocabulary()).Model!;
        _evaluator = new(model);
        _category = model.Data[40].Category;
        _subject = model.Data[45].Subjects[0];
        _purpose = model.Purposes[3].Purpose;
        _recipient = model.Recipients[2].Recipient;
        _source = model.Vocabulary.Terms(TermKind.Source)[0];
    }

    [Benchmark]
    public Decision MayCollect() => _evaluator.MayCollect(_category);

    [Benchmark]
    public Decision MayCollectAtSource() => _evaluator.MayCollect(_category, _source);

    [Benchmark]
    public Decision MayUse() => _evaluator.MayUse(_category, _purpose);

    [Benchmark]
    public Decision MayUseOfSubject() => _evaluator.MayUse(_category, _purpose, _subject);

    [Benchmark]
    public Decision MayUseInForm() => _evaluator.MayUse(_category, _purpose, _subject, Form.Pseudonymised);

    [Benchmark]
    public Decision MayDisclose() => _evaluator.MayDisclose(_category, _recipient, _purpose, Form.Raw);

    [Benchmark]
    public Decision MayTransferAs() => _evaluator.MayTransferAs(RecipientAction.Sell, _category, _recipient);

    [Benchmark]
    public Decision MayStore() => _evaluator.MayStore(_category);

    [Benchmark]
    public Decision MayLog() => _evaluator.MayLog(_category);

    [Benchmark]
    public RetentionStatement? RetentionOf() => _evaluator.RetentionOf(_category, _subject);

    [Benchmark]
    public DataStatement? StatementOn() => _evaluator.StatementOn(_category);

    [Benchmark]
    public int ProtectionsOf() => _evaluator.ProtectionsOf(_category).Length;
}
