using System.Collections.Immutable;
using PolicyAsCode.Language.Model;

namespace PolicyAsCode.Language.Testing;

/// <summary>What a policy test asks.</summary>
public abstract record Question;

/// <summary>May this data be used for this?</summary>
/// <param name="Category">The data.</param>
/// <param name="Subject">Whose; null is anybody's.</param>
/// <param name="Purpose">For what.</param>
/// <param name="Form">In which form.</param>
/// <param name="Given">Which proofs were given.</param>
public sealed record UseQuestion(
    Term Category, Term? Subject, Term Purpose, Form Form, ImmutableArray<Term> Given) : Question;

/// <summary>May they get this data for this?</summary>
/// <param name="Category">The data.</param>
/// <param name="Subject">Whose; null is anybody's.</param>
/// <param name="Recipient">Who.</param>
/// <param name="Purpose">For what.</param>
/// <param name="Form">In which form.</param>
/// <param name="Given">Which proofs were given.</param>
public sealed record DiscloseQuestion(
    Term Category, Term? Subject, Term Recipient, Term Purpose, Form Form, ImmutableArray<Term> Given) : Question;

/// <summary>May this data be collected?</summary>
/// <param name="Category">The data.</param>
/// <param name="Subject">Whose; null is anybody's.</param>
/// <param name="Source">Where; null is anywhere.</param>
public sealed record CollectQuestion(Term Category, Term? Subject, Term? Source) : Question;

/// <summary>May this data be stored?</summary>
/// <param name="Category">The data.</param>
public sealed record StoreQuestion(Term Category) : Question;

/// <summary>May this data be logged in the clear?</summary>
/// <param name="Category">The data.</param>
public sealed record LogQuestion(Term Category) : Question;

/// <summary>May this data be sold, rented or traded?</summary>
/// <param name="Action">Which of these.</param>
/// <param name="Category">The data.</param>
/// <param name="Recipient">To whom; null is anybody.</param>
public sealed record TransferQuestion(RecipientAction Action, Term Category, Term? Recipient) : Question;

/// <summary>Is this data kept like this? What is null is not asked.</summary>
/// <param name="Category">The data.</param>
/// <param name="Subject">Whose; null is anybody's.</param>
/// <param name="AtMost">The longest time.</param>
/// <param name="AtLeast">The shortest time.</param>
/// <param name="From">From when.</param>
/// <param name="Then">What happens then.</param>
public sealed record KeepQuestion(
    Term Category, Term? Subject, Duration? AtMost, Duration? AtLeast, Term? From, RetentionAction? Then) : Question;

/// <summary>Can people ask for this, and are they answered in time?</summary>
/// <param name="Right">The right.</param>
/// <param name="Within">The longest time to an answer; null is not asked.</param>
public sealed record RightQuestion(string Right, Duration? Within) : Question;
