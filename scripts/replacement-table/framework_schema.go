package main

import (
	"go/ast"
	"go/token"
	"regexp"
	"sort"
	"strings"
)

const framework = "github.com/hashicorp/terraform-plugin-framework/"

const timeouts = "github.com/hashicorp/terraform-plugin-framework-timeouts/"

// readFrameworkResource reads a resource of terraform-plugin-framework from the function that makes it.
func (f *findings) readFrameworkResource(factory *closure) {
	made := factory.callOrUnknown([]value{unknown{"a context"}})
	if several, ok := made.(results); ok && len(several) > 0 {
		made = several[0]
	}
	resource, ok := made.(*object)
	if !ok {
		f.Unresolved = whyNot(made)
		return
	}
	method, ok := resource.method("Schema").(*closure)
	if !ok {
		f.Unresolved = "no method Schema"
		return
	}
	response := &object{
		typ: framework + "resource.SchemaResponse", isPointer: true,
		fields: map[string]value{}, places: map[string]token.Pos{},
	}
	if why, ok := method.callOrUnknown([]value{unknown{"a context"}, unknown{"a request"}, response}).(unknown); ok {
		f.Unresolved = why.why
		return
	}
	schema, ok := response.fields["Schema"].(*object)
	if !ok {
		f.Unresolved = whyNot(response.fields["Schema"])
		return
	}
	if why := f.readMembers(schema, "", false); why != "" {
		f.Unresolved = why
		return
	}
	if decl := resource.pkg.method(resource.name, "ModifyPlan"); decl != nil {
		f.readConditions(&delayed{&ast.FuncLit{Type: decl.fn.Type, Body: decl.fn.Body}, &scope{file: decl.file, names: map[string]value{}}})
	}
}

// readMembers reads the attributes and blocks of a schema or of an object within one.
func (f *findings) readMembers(of *object, prefix string, isForced bool) string {
	for _, field := range []string{"Attributes", "Blocks"} {
		switch members := of.fields[field].(type) {
		case nil:
		case *table:
			if members.hole != "" {
				return members.hole
			}
			for _, name := range members.keys {
				f.readMember(members.at[name], prefix+name, isForced)
			}
		default:
			return whyNot(members)
		}
	}
	return ""
}

func (f *findings) readMember(one value, path string, isForced bool) {
	if of, ok := one.(external); ok && strings.HasPrefix(of.path, timeouts) {
		f.Paths = append(f.Paths, path)
		return
	}
	member, ok := one.(*object)
	if !ok || !strings.HasPrefix(member.typ, framework) {
		f.May[path] = whyNot(one)
		return
	}
	f.Paths = append(f.Paths, path)
	isBlock := strings.HasSuffix(member.typ, "Block")
	if !isBlock && isOnlyComputed(member) {
		return
	}
	inner, isNested := member.fields["NestedObject"].(*object)
	if member.fields["NestedObject"] != nil && !isNested {
		f.mayBelow(path, whyNot(member.fields["NestedObject"]))
	}
	whole := f.readModifiers(member, path)
	if isNested {
		// A modifier of each object sees only the object, and what it forces is one of its parts.
		if below := f.readModifiers(inner, path); below && !whole {
			f.May[path] = "each object forces replacement"
			delete(f.Forces, path)
			return
		}
	}
	if whole && !isForced && hasParts(member) {
		f.Whole = append(f.Whole, path)
	}
	if isForced {
		delete(f.Forces, path)
	}
	for _, part := range []*object{member, inner} {
		if part == nil {
			continue
		}
		if why := f.readMembers(part, path+".", isForced || whole); why != "" {
			f.mayBelow(path, why)
		}
	}
}

var simpleAttribute = regexp.MustCompile(`\.(String|Bool|Int32|Int64|Float32|Float64|Number)Attribute$`)

// hasParts is true of what may have paths below its own.
func hasParts(member *object) bool { return !simpleAttribute.MatchString(member.typ) }

// readModifiers says whether one of the plan modifiers forces replacement for every other value.
func (f *findings) readModifiers(of *object, path string) bool {
	given := of.fields["PlanModifiers"]
	if given == nil {
		return false
	}
	modifiers, ok := given.(*list)
	if !ok {
		f.May[path] = whyNot(given)
		return false
	}
	forces := false
	for _, one := range modifiers.items {
		switch f.modifier(one) {
		case "forces":
			forces = true
			f.force(path, of.places["PlanModifiers"])
		case "may":
			f.May[path] = "a plan modifier decides"
		}
	}
	if forces {
		delete(f.May, path)
	}
	return forces
}

// modifier says what a plan modifier does: "forces", "may", or "" where it has nothing to do with replacement.
func (f *findings) modifier(one value) string {
	switch one := one.(type) {
	case external:
		if !strings.HasPrefix(one.path, framework+"resource/schema/") {
			return "may"
		}
		switch name, _, _ := strings.Cut(one.name, "("); name {
		case "RequiresReplace", "RequiresReplaceIfConfigured":
			return "forces"
		case "UseStateForUnknown", "UseNonNullStateForUnknown":
			return ""
		}
	case *object:
		if one.pkg != nil {
			return one.modifierOfProvider()
		}
	case nil:
		return ""
	}
	return "may"
}

// modifierOfProvider looks for the answer that forces replacement in a modifier of the provider's own.
func (o *object) modifierOfProvider() string {
	names := []string{}
	for name := range o.pkg.methods[o.name] {
		names = append(names, name)
	}
	sort.Strings(names)
	for _, name := range names {
		if strings.HasPrefix(name, "PlanModify") && mentions(o.pkg.methods[o.name][name].fn.Body, "RequiresReplace") {
			return "may"
		}
	}
	return ""
}
