package main

import (
	"go/token"
	"strings"
)

const sdkSchema = "github.com/hashicorp/terraform-plugin-sdk/v2/helper/schema."

// findings are what is told of one type of the provider.
type findings struct {
	// Path -> where the source says that it forces replacement.
	Forces map[string]string `json:"forces"`
	// Those of Forces under which everything forces replacement too.
	Whole []string `json:"whole,omitempty"`
	// Paths of which it is not known, with all that is below them, and why.
	May map[string]string `json:"may,omitempty"`
	// Why a path that is not listed may force replacement all the same.
	Partial string `json:"partial,omitempty"`
	// Why nothing is told of the type.
	Unresolved string `json:"unresolved,omitempty"`
	// All paths that were found, to compare them with the provider's schema.
	Paths []string `json:"paths"`

	source *source
}

func (f *findings) force(path string, at token.Pos) {
	place := f.source.files.Position(at)
	f.Forces[path] = strings.TrimPrefix(place.String(), f.source.root+"/")
}

// schemaMap is the map of a resource's arguments, or an unknown.
func schemaMap(resource *object) value {
	if fn, ok := resource.fields["SchemaFunc"].(*closure); ok {
		return fn.callOrUnknown(nil)
	}
	if made, ok := resource.fields["Schema"]; ok {
		return made
	}
	return newTable()
}

// readSdkResource reads a resource of terraform-plugin-sdk from the function that makes it.
func (f *findings) readSdkResource(factory *closure) {
	made := factory.callOrUnknown(nil)
	resource, ok := made.(*object)
	if !ok || resource.typ != sdkSchema+"Resource" {
		f.Unresolved = whyNot(made)
		return
	}
	if why := f.readSdkBlock(resource, ""); why != "" {
		f.Unresolved = why
		return
	}
	if diff, ok := resource.fields["CustomizeDiff"]; ok {
		f.readConditions(diff)
	}
}

func whyNot(one value) string {
	switch one := one.(type) {
	case unknown:
		return one.why
	case external:
		return "made by " + one.path + "." + one.name
	}
	return "is not a schema"
}

// readSdkBlock says why the arguments of a block are not known, or "".
func (f *findings) readSdkBlock(block *object, prefix string) string {
	made := schemaMap(block)
	arguments, ok := made.(*table)
	if !ok {
		return whyNot(made)
	}
	if arguments.hole != "" {
		return arguments.hole
	}
	for _, name := range arguments.keys {
		f.readSdkArgument(arguments.at[name], prefix+name)
	}
	return ""
}

func (f *findings) readSdkArgument(one value, path string) {
	argument, ok := one.(*object)
	if !ok || argument.typ != sdkSchema+"Schema" {
		f.May[path] = whyNot(one)
		return
	}
	f.Paths = append(f.Paths, path)
	if isOnlyComputed(argument) {
		return
	}
	switch forces := argument.fields["ForceNew"].(type) {
	case nil:
	case bool:
		if forces {
			f.force(path, argument.places["ForceNew"])
		}
	default:
		f.May[path] = "ForceNew is not a constant"
	}
	switch elem := argument.fields["Elem"].(type) {
	case nil:
	case *object:
		if elem.typ == sdkSchema+"Resource" {
			if why := f.readSdkBlock(elem, path+"."); why != "" {
				f.mayBelow(path, why)
			}
		}
	default:
		f.mayBelow(path, whyNot(elem))
	}
}

// mayBelow keeps what is known of a block itself: that it forces replacement.
func (f *findings) mayBelow(path, why string) {
	f.May[path+".*"] = why
}

// isOnlyComputed is true of what nobody can give.
func isOnlyComputed(argument *object) bool {
	return argument.fields["Computed"] == true && isFalse(argument.fields["Optional"]) && isFalse(argument.fields["Required"])
}

func isFalse(one value) bool { return one == nil || one == false }
