using PolicyAsCode.ModelZoo.Proof;
using PolicyAsCode.ModelZoo.Shapes.AlternateKey;
using PolicyAsCode.ModelZoo.Shapes.AnchorInOwnedTable;
using PolicyAsCode.ModelZoo.Shapes.AttributesOnly;
using PolicyAsCode.ModelZoo.Shapes.CascadingForeignKeys;
using PolicyAsCode.ModelZoo.Shapes.Circle;
using PolicyAsCode.ModelZoo.Shapes.ComplexByAttribute;
using PolicyAsCode.ModelZoo.Shapes.ComplexCollectionInJson;
using PolicyAsCode.ModelZoo.Shapes.ComplexInJson;
using PolicyAsCode.ModelZoo.Shapes.ComplexObject;
using PolicyAsCode.ModelZoo.Shapes.CompositeKeys;
using PolicyAsCode.ModelZoo.Shapes.ConfigurationClasses;
using PolicyAsCode.ModelZoo.Shapes.ConventionsOnly;
using PolicyAsCode.ModelZoo.Shapes.ConvertedKeys;
using PolicyAsCode.ModelZoo.Shapes.ConvertedObject;
using PolicyAsCode.ModelZoo.Shapes.DeepPath;
using PolicyAsCode.ModelZoo.Shapes.GuestsAndCustomers;
using PolicyAsCode.ModelZoo.Shapes.GuidKeys;
using PolicyAsCode.ModelZoo.Shapes.HeldElsewhere;
using PolicyAsCode.ModelZoo.Shapes.HeldSides;
using PolicyAsCode.ModelZoo.Shapes.HeldSidesOfPeople;
using PolicyAsCode.ModelZoo.Shapes.HierarchyWithObjects;
using PolicyAsCode.ModelZoo.Shapes.HoldInOptionalObject;
using PolicyAsCode.ModelZoo.Shapes.IdentityTables;
using PolicyAsCode.ModelZoo.Shapes.KeptHierarchy;
using PolicyAsCode.ModelZoo.Shapes.KeptTablePerConcreteType;
using PolicyAsCode.ModelZoo.Shapes.KeptTablePerType;
using PolicyAsCode.ModelZoo.Shapes.KeylessView;
using PolicyAsCode.ModelZoo.Shapes.LongKeys;
using PolicyAsCode.ModelZoo.Shapes.ManyToManyExplicit;
using PolicyAsCode.ModelZoo.Shapes.ManyToManyImplicit;
using PolicyAsCode.ModelZoo.Shapes.ManyToManyOneSided;
using PolicyAsCode.ModelZoo.Shapes.NamedFilters;
using PolicyAsCode.ModelZoo.Shapes.NestedJson;
using PolicyAsCode.ModelZoo.Shapes.NestedTables;
using PolicyAsCode.ModelZoo.Shapes.OwnedByAttribute;
using PolicyAsCode.ModelZoo.Shapes.OwnedCollection;
using PolicyAsCode.ModelZoo.Shapes.OwnedCollectionInJson;
using PolicyAsCode.ModelZoo.Shapes.OwnedInJson;
using PolicyAsCode.ModelZoo.Shapes.OwnedInRow;
using PolicyAsCode.ModelZoo.Shapes.OwnedInTable;
using PolicyAsCode.ModelZoo.Shapes.RestrictedForeignKeys;
using PolicyAsCode.ModelZoo.Shapes.SelfReference;
using PolicyAsCode.ModelZoo.Shapes.SelfReferenceRequired;
using PolicyAsCode.ModelZoo.Shapes.SeveralWays;
using PolicyAsCode.ModelZoo.Shapes.SeveralWaysByKey;
using PolicyAsCode.ModelZoo.Shapes.SharedPrimaryKey;
using PolicyAsCode.ModelZoo.Shapes.SidesAndAnotherWay;
using PolicyAsCode.ModelZoo.Shapes.SoftDelete;
using PolicyAsCode.ModelZoo.Shapes.SplitEntity;
using PolicyAsCode.ModelZoo.Shapes.StronglyTypedKeys;
using PolicyAsCode.ModelZoo.Shapes.SubjectHierarchy;
using PolicyAsCode.ModelZoo.Shapes.SubjectsOfTwoTypes;
using PolicyAsCode.ModelZoo.Shapes.TablePerConcreteType;
using PolicyAsCode.ModelZoo.Shapes.TablePerHierarchy;
using PolicyAsCode.ModelZoo.Shapes.TablePerType;
using PolicyAsCode.ModelZoo.Shapes.TablePerTypeWithObject;
using PolicyAsCode.ModelZoo.Shapes.TenantFilter;
using PolicyAsCode.ModelZoo.Shapes.TenantsWithEqualIds;
using PolicyAsCode.ModelZoo.Shapes.TextKeys;
using PolicyAsCode.ModelZoo.Shapes.TwoSides;
using PolicyAsCode.ModelZoo.Shapes.TwoSidesKept;
using PolicyAsCode.ModelZoo.Shapes.TwoSidesRequired;

namespace PolicyAsCode.ModelZoo;

/// <summary>All shapes, one a line.</summary>
internal static class Zoo
{
    public static IReadOnlyList<Shape> Shapes { get; } =
    [
        Proof.Shape.Of<AlternateKeyContext, AlternateKeyContextPrivacy>(options => new(options), (db, time) => new(db, time)),
        Proof.Shape.Of<AnchorInOwnedTableContext, AnchorInOwnedTableContextPrivacy>(options => new(options), (db, time) => new(db, time)),
        Proof.Shape.Of<AttributesOnlyContext, AttributesOnlyContextPrivacy>(options => new(options), (db, time) => new(db, time)),
        Proof.Shape.Of<CascadingForeignKeysContext, CascadingForeignKeysContextPrivacy>(options => new(options), (db, time) => new(db, time)),
        Proof.Shape.Of<CircleContext, CircleContextPrivacy>(options => new(options), (db, time) => new(db, time)),
        Proof.Shape.Of<ComplexByAttributeContext, ComplexByAttributeContextPrivacy>(options => new(options), (db, time) => new(db, time)),
        Proof.Shape.Of<ComplexCollectionInJsonContext, ComplexCollectionInJsonContextPrivacy>(options => new(options), (db, time) => new(db, time)),
        Proof.Shape.Of<ComplexInJsonContext, ComplexInJsonContextPrivacy>(options => new(options), (db, time) => new(db, time)),
        Proof.Shape.Of<ComplexObjectContext, ComplexObjectContextPrivacy>(options => new(options), (db, time) => new(db, time)),
        Proof.Shape.Of<CompositeKeysContext, CompositeKeysContextPrivacy>(options => new(options), (db, time) => new(db, time)),
        Proof.Shape.Of<ConfigurationClassesContext, ConfigurationClassesContextPrivacy>(options => new(options), (db, time) => new(db, time)),
        Proof.Shape.Of<ConventionsOnlyContext, ConventionsOnlyContextPrivacy>(options => new(options), (db, time) => new(db, time)),
        Proof.Shape.Of<ConvertedKeysContext, ConvertedKeysContextPrivacy>(options => new(options), (db, time) => new(db, time)),
        Proof.Shape.Of<ConvertedObjectContext, ConvertedObjectContextPrivacy>(options => new(options), (db, time) => new(db, time)),
        Proof.Shape.Of<DeepPathContext, DeepPathContextPrivacy>(options => new(options), (db, time) => new(db, time)),
        Proof.Shape.Of<GuestsAndCustomersContext, GuestsAndCustomersContextPrivacy>(options => new(options), (db, time) => new(db, time)),
        Proof.Shape.Of<GuidKeysContext, GuidKeysContextPrivacy>(options => new(options), (db, time) => new(db, time)),
        Proof.Shape.Of<HeldElsewhereContext, HeldElsewhereContextPrivacy>(options => new(options), (db, time) => new(db, time)),
        Proof.Shape.Of<HeldSidesContext, HeldSidesContextPrivacy>(options => new(options), (db, time) => new(db, time)),
        Proof.Shape.Of<HeldSidesOfPeopleContext, HeldSidesOfPeopleContextPrivacy>(options => new(options), (db, time) => new(db, time)),
        Proof.Shape.Of<HierarchyWithObjectsContext, HierarchyWithObjectsContextPrivacy>(options => new(options), (db, time) => new(db, time)),
        Proof.Shape.Of<HoldInOptionalObjectContext, HoldInOptionalObjectContextPrivacy>(options => new(options), (db, time) => new(db, time)),
        Proof.Shape.Of<IdentityTablesContext, IdentityTablesContextPrivacy>(options => new(options), (db, time) => new(db, time)),
        Proof.Shape.Of<KeptHierarchyContext, KeptHierarchyContextPrivacy>(options => new(options), (db, time) => new(db, time)),
        Proof.Shape.Of<KeptTablePerConcreteTypeContext, KeptTablePerConcreteTypeContextPrivacy>(options => new(options), (db, time) => new(db, time)),
        Proof.Shape.Of<KeptTablePerTypeContext, KeptTablePerTypeContextPrivacy>(options => new(options), (db, time) => new(db, time)),
        Proof.Shape.Of<KeylessViewContext, KeylessViewContextPrivacy>(options => new(options), (db, time) => new(db, time)),
        Proof.Shape.Of<LongKeysContext, LongKeysContextPrivacy>(options => new(options), (db, time) => new(db, time)),
        Proof.Shape.Of<ManyToManyExplicitContext, ManyToManyExplicitContextPrivacy>(options => new(options), (db, time) => new(db, time)),
        Proof.Shape.Of<ManyToManyImplicitContext, ManyToManyImplicitContextPrivacy>(options => new(options), (db, time) => new(db, time)),
        Proof.Shape.Of<ManyToManyOneSidedContext, ManyToManyOneSidedContextPrivacy>(options => new(options), (db, time) => new(db, time)),
        Proof.Shape.Of<NamedFiltersContext, NamedFiltersContextPrivacy>(options => new(options), (db, time) => new(db, time)),
        Proof.Shape.Of<NestedJsonContext, NestedJsonContextPrivacy>(options => new(options), (db, time) => new(db, time)),
        Proof.Shape.Of<NestedTablesContext, NestedTablesContextPrivacy>(options => new(options), (db, time) => new(db, time)),
        Proof.Shape.Of<OwnedByAttributeContext, OwnedByAttributeContextPrivacy>(options => new(options), (db, time) => new(db, time)),
        Proof.Shape.Of<OwnedCollectionContext, OwnedCollectionContextPrivacy>(options => new(options), (db, time) => new(db, time)),
        Proof.Shape.Of<OwnedCollectionInJsonContext, OwnedCollectionInJsonContextPrivacy>(options => new(options), (db, time) => new(db, time)),
        Proof.Shape.Of<OwnedInJsonContext, OwnedInJsonContextPrivacy>(options => new(options), (db, time) => new(db, time)),
        Proof.Shape.Of<OwnedInRowContext, OwnedInRowContextPrivacy>(options => new(options), (db, time) => new(db, time)),
        Proof.Shape.Of<OwnedInTableContext, OwnedInTableContextPrivacy>(options => new(options), (db, time) => new(db, time)),
        Proof.Shape.Of<RestrictedForeignKeysContext, RestrictedForeignKeysContextPrivacy>(options => new(options), (db, time) => new(db, time)),
        Proof.Shape.Of<SelfReferenceContext, SelfReferenceContextPrivacy>(options => new(options), (db, time) => new(db, time)),
        Proof.Shape.Of<SelfReferenceRequiredContext, SelfReferenceRequiredContextPrivacy>(options => new(options), (db, time) => new(db, time)),
        Proof.Shape.Of<SeveralWaysContext, SeveralWaysContextPrivacy>(options => new(options), (db, time) => new(db, time)),
        Proof.Shape.Of<SeveralWaysByKeyContext, SeveralWaysByKeyContextPrivacy>(options => new(options), (db, time) => new(db, time)),
        Proof.Shape.Of<SharedPrimaryKeyContext, SharedPrimaryKeyContextPrivacy>(options => new(options), (db, time) => new(db, time)),
        Proof.Shape.Of<SidesAndAnotherWayContext, SidesAndAnotherWayContextPrivacy>(options => new(options), (db, time) => new(db, time)),
        Proof.Shape.Of<SoftDeleteContext, SoftDeleteContextPrivacy>(options => new(options), (db, time) => new(db, time)),
        Proof.Shape.Of<SplitEntityContext, SplitEntityContextPrivacy>(options => new(options), (db, time) => new(db, time)),
        Proof.Shape.Of<StronglyTypedKeysContext, StronglyTypedKeysContextPrivacy>(options => new(options), (db, time) => new(db, time)),
        Proof.Shape.Of<SubjectHierarchyContext, SubjectHierarchyContextPrivacy>(options => new(options), (db, time) => new(db, time)),
        Proof.Shape.Of<SubjectsOfTwoTypesContext, SubjectsOfTwoTypesContextPrivacy>(options => new(options), (db, time) => new(db, time)),
        Proof.Shape.Of<TablePerConcreteTypeContext, TablePerConcreteTypeContextPrivacy>(options => new(options), (db, time) => new(db, time)),
        Proof.Shape.Of<TablePerHierarchyContext, TablePerHierarchyContextPrivacy>(options => new(options), (db, time) => new(db, time)),
        Proof.Shape.Of<TablePerTypeContext, TablePerTypeContextPrivacy>(options => new(options), (db, time) => new(db, time)),
        Proof.Shape.Of<TablePerTypeWithObjectContext, TablePerTypeWithObjectContextPrivacy>(options => new(options), (db, time) => new(db, time)),
        Proof.Shape.Of<TenantFilterContext, TenantFilterContextPrivacy>(options => new(options), (db, time) => new(db, time)),
        Proof.Shape.Of<TenantsWithEqualIdsContext, TenantsWithEqualIdsContextPrivacy>(options => new(options), (db, time) => new(db, time)),
        Proof.Shape.Of<TextKeysContext, TextKeysContextPrivacy>(options => new(options), (db, time) => new(db, time)),
        Proof.Shape.Of<TwoSidesContext, TwoSidesContextPrivacy>(options => new(options), (db, time) => new(db, time)),
        Proof.Shape.Of<TwoSidesKeptContext, TwoSidesKeptContextPrivacy>(options => new(options), (db, time) => new(db, time)),
        Proof.Shape.Of<TwoSidesRequiredContext, TwoSidesRequiredContextPrivacy>(options => new(options), (db, time) => new(db, time)),
    ];

    public static Shape Shape(string name) => Shapes.Single(shape => shape.Name == name);
}
