using System.Collections.Immutable;
using Microsoft.EntityFrameworkCore;
using PolicyAsCode.EntityFrameworkCore;
using PolicyAsCode.EntityFrameworkCore.Testing.Judging;

namespace PolicyAsCode.Proofs.Tests.Judging;

/// <summary>What the model can tell, the judge does not ask of the plan, which may have got it wrong.</summary>
public sealed class ModelFactsTests
{
    private static readonly ModelFacts s_facts = Read();

    [Fact]
    public void The_sides_of_a_row_are_the_references_to_one_kind_of_person()
    {
        var sides = s_facts.SidesOf(s_facts.Model.FindEntityType(typeof(Letter))!);
        Assert.Equal(
            ["ReaderId: ReaderName", "SenderAgentId: SenderAgentName", "SenderId: SenderName"],
            sides.Select(side => $"{side.Reference.Properties}: {string.Join(", ", side.Fields)}").Order(StringComparer.Ordinal));
        Assert.Empty(s_facts.SidesOf(s_facts.Model.FindEntityType(typeof(Writer))!));
    }

    [Theory]
    [InlineData("Name", false)]
    [InlineData("Pin", true)]
    [InlineData("RecoveryPasswordHash", true)]
    public void What_lets_somebody_in_is_a_secret_whatever_the_plan_took_it_for(string field, bool isSecret) =>
        Assert.Equal(isSecret, s_facts.Groups(s_facts.Model.FindEntityType(typeof(Writer))!).Single().Fields.Single(one => one.Name == field).IsSecret);

    private static ModelFacts Read()
    {
        using var db = new LettersContext(new DbContextOptionsBuilder<LettersContext>().UseSqlite("Data Source=:memory:").Options);
        ImmutableArray<ReferenceFacts> sender = [new("SenderId", typeof(Writer))];
        return new(db.Model, new(
            "letters", "Asia/Jakarta",
            [
                new(typeof(Letter), null, false, [], [Group(sender, "SenderName", "SenderAgentName", "ReaderName", "Text")]),
                new(typeof(Writer), "writer", true, [], [Group([], "Name", "Pin", "RecoveryPasswordHash")]),
            ],
            [typeof(Writer)]));
    }

    private static FieldGroupFacts Group(ImmutableArray<ReferenceFacts> path, params string[] fields) => new(
        "writer", path, [.. fields.Select(field => new FieldFacts(field, true, false))], null, null, RetentionEnd.Erase, [], null, "", "");

    private sealed class LettersContext(DbContextOptions<LettersContext> options) : DbContext(options)
    {
        protected override void OnModelCreating(ModelBuilder model)
        {
            model.Entity<Letter>().HasOne(letter => letter.Sender).WithMany().HasForeignKey(letter => letter.SenderId);
            model.Entity<Letter>().HasOne<Writer>().WithMany().HasForeignKey(letter => letter.SenderAgentId);
            model.Entity<Letter>().HasOne<Writer>().WithMany().HasForeignKey(letter => letter.ReaderId);
        }
    }

    private sealed class Writer
    {
        public int Id { get; set; }

        public string Name { get; set; } = "";

        [DataCategory("account.password.pin")]
        public string Pin { get; set; } = "";

        public string RecoveryPasswordHash { get; set; } = "";
    }

    private sealed class Letter
    {
        public int Id { get; set; }

        public int? SenderId { get; set; }

        public Writer? Sender { get; set; }

        public int? SenderAgentId { get; set; }

        public int? ReaderId { get; set; }

        public string SenderName { get; set; } = "";

        public string SenderAgentName { get; set; } = "";

        public string ReaderName { get; set; } = "";

        public string Text { get; set; } = "";
    }
}
