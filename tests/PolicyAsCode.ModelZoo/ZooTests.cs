using PolicyAsCode.ModelZoo.Proof;

namespace PolicyAsCode.ModelZoo;

/// <summary>One proof for all shapes.</summary>
public sealed class ZooTests
{
    public static TheoryData<string> Shapes => [.. Zoo.Shapes.Select(shape => shape.Name)];

    public static TheoryData<string, Provider> Everywhere => new(
        from shape in Zoo.Shapes
        from provider in Enum.GetValues<Provider>()
        select (shape.Name, provider));

    [Theory]
    [MemberData(nameof(Everywhere))]
    public Task An_erasure_leaves_nothing_but_what_is_kept(string shape, Provider provider) =>
        ZooProof.ErasesAsync(Zoo.Shape(shape), provider, isHidden: false);

    [Theory]
    [MemberData(nameof(Everywhere))]
    public Task An_erasure_sees_hidden_rows(string shape, Provider provider) =>
        ZooProof.ErasesAsync(Zoo.Shape(shape), provider, isHidden: true);

    [Theory]
    [MemberData(nameof(Everywhere))]
    public Task A_sweep_takes_what_has_outlived_its_time(string shape, Provider provider) =>
        ZooProof.SweepsAsync(Zoo.Shape(shape), provider);

    [Theory]
    [MemberData(nameof(Shapes))]
    public Task The_proof_notices_every_statement_that_is_left_out(string shape) =>
        ZooProof.NoticesAsync(Zoo.Shape(shape), Provider.Sqlite);

    [Theory]
    [MemberData(nameof(Everywhere))]
    public Task The_model_is_the_one_that_was_planned_for(string shape, Provider provider) =>
        ZooProof.ChecksAsync(Zoo.Shape(shape), provider);

    [Theory]
    [MemberData(nameof(Everywhere))]
    public Task Whom_it_does_not_know_it_tells(string shape, Provider provider) =>
        ZooProof.TellsAsync(Zoo.Shape(shape), provider);
}
