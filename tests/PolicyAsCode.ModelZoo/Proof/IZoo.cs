using Microsoft.EntityFrameworkCore;

namespace PolicyAsCode.ModelZoo.Proof;

/// <summary>A context of one shape, with what the proof needs to know of it.</summary>
public interface IZoo : IAsyncDisposable
{
    /// <summary>The context.</summary>
    DbContext Db => (DbContext)this;

    /// <summary>The kind of person.</summary>
    string Subject => "customer";

    /// <summary>The rows of which an erasure keeps so many, by table: <c>Orders: 1</c>. None by default.</summary>
    IEnumerable<string> Kept => [];

    /// <summary>Whether retention reaches all of it; else the head of the generated class says what it does not.</summary>
    bool IsSwept => true;

    /// <summary>What a copy leaves out of the person's rows: secrets, and what the policy says nothing of.</summary>
    IEnumerable<string> NotInCopies => [];

    /// <summary>The person's key as text.</summary>
    string SubjectId(Somebody who) => FormattableString.Invariant($"{who.Number}");

    /// <summary>What nobody owns and everybody's rows refer to; added first.</summary>
    IEnumerable<object> Common() => [];

    /// <summary>A person's rows.</summary>
    IEnumerable<object> RowsOf(Somebody who);

    /// <summary>What can be set only once the rows are there: one half of a circle.</summary>
    Task LinkAsync(Somebody who) => Task.CompletedTask;
}
