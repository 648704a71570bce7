using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.EntityFrameworkCore.Infrastructure;

namespace PolicyAsCode.EntityFrameworkCore.Tests.Encryption;

/// <summary>What cannot be encrypted safely is refused when the model is built, in words.</summary>
public sealed class EncryptedModelTests
{
    public static TheoryData<string, string> Refused => new()
    {
        { nameof(Declare.NoSubject), "HasSubject" },
        { nameof(Declare.Index), "HasBlindIndex" },
        { nameof(Declare.Key), "is a key" },
        { nameof(Declare.Token), "concurrency token" },
        { nameof(Declare.Default), "from the database" },
        { nameof(Declare.Json), "JSON" },
        { nameof(Declare.Complex), "complex type" },
        { nameof(Declare.BlindAlone), "is not encrypted" },
        { nameof(Declare.BadPath), "is no reference" },
        { nameof(Declare.SameName), "as another property" },
    };

    [Theory]
    [MemberData(nameof(Refused))]
    public void What_cannot_be_sealed_is_refused(string declaration, string why)
    {
        using var db = new DeclaredContext(Enum.Parse<Declare>(declaration), new(new MemorySubjectKeys()));
        Assert.Contains(why, Assert.Throws<InvalidOperationException>(() => db.Model).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Without_its_encryption_a_context_stores_and_reads_nothing()
    {
        using var db = new DeclaredContext(Declare.Fine, null);
        db.Database.OpenConnection();
        db.Database.EnsureCreated();
        db.Add(new Row { Text = "clear" });
        var error = Assert.ThrowsAny<Exception>(() => db.SaveChanges());
        Assert.Contains("UseSubjectEncryption", error.ToString(), StringComparison.Ordinal);
        Assert.Throws<ArgumentOutOfRangeException>(() => new ModelBuilder().Entity<Row>().Property(row => row.Text).HasBlindIndex(bits: 12));
    }

    [Fact]
    public void A_renamed_property_keeps_the_name_that_it_was_sealed_under()
    {
        using var db = new DeclaredContext(Declare.Named, new(new MemorySubjectKeys()));
        var property = db.Model.FindEntityType(typeof(Row))!.FindProperty(nameof(Row.Text))!;
        Assert.Equal("Old.Name", SealedProperties.Column(property).Name);
    }

    public enum Declare
    {
        Fine,
        Named,
        NoSubject,
        Index,
        Key,
        Token,
        Default,
        Json,
        Complex,
        BlindAlone,
        BadPath,
        SameName,
    }

    public sealed class Row
    {
        public Guid Id { get; set; } = Guid.NewGuid();

        public string Text { get; set; } = "";

        public string Other { get; set; } = "";

        public Part Part { get; set; } = new();
    }

    public sealed class Part
    {
        public string Text { get; set; } = "";
    }

    private sealed class DeclaredContext(Declare declare, SubjectEncryption? encryption) : DbContext
    {
        protected override void OnConfiguring(DbContextOptionsBuilder optionsBuilder)
        {
            optionsBuilder.UseSqlite("Data Source=:memory:")
                .ReplaceService<IModelCacheKeyFactory, EachItsOwn>()
                .ConfigureWarnings(warnings => warnings.Ignore(CoreEventId.ManyServiceProvidersCreatedWarning));
            if (encryption is not null)
                optionsBuilder.UseSubjectEncryption(encryption);
        }

        protected override void OnModelCreating(ModelBuilder modelBuilder) => modelBuilder.Entity<Row>(row =>
        {
            var text = row.Property(one => one.Text);
            if (declare is not Declare.NoSubject)
            {
                if (declare == Declare.BadPath)
                    row.HasSubject(one => one.Part.Text, "person");
                else
                    row.HasSubject(one => one.Id, "person");
            }

            if (declare is not (Declare.Json or Declare.Complex))
                row.Ignore(one => one.Part);
            switch (declare)
            {
                case Declare.Index: row.HasIndex(one => one.Text); break;
                case Declare.Key: row.HasKey(one => one.Text); break;
                case Declare.Token: text.IsConcurrencyToken(); break;
                case Declare.Default: text.HasDefaultValue("x"); break;
                case Declare.Json: row.OwnsOne(one => one.Part, part => part.ToJson().Property(one => one.Text).IsEncrypted()); return;
                case Declare.Complex:
                    row.ComplexProperty(one => one.Part).Property(one => one.Text).HasAnnotation("PolicyAsCode:Encrypted", "");
                    return;
                case Declare.BlindAlone: text.HasBlindIndex(); return;
                case Declare.SameName: row.Property(one => one.Other).IsEncrypted("Row.Text"); break;
            }

            text.IsEncrypted(declare == Declare.Named ? "Old.Name" : null);
        });

        internal Declare Declare => declare;
    }

    private sealed class EachItsOwn : IModelCacheKeyFactory
    {
        public object Create(DbContext context, bool designTime) => (context.GetType(), ((DeclaredContext)context).Declare, designTime);
    }
}
