<!DOCTYPE qgis PUBLIC 'http://mrcc.com/qgis.dtd' 'SYSTEM'>
<qgis version="3.22.0" styleCategories="Symbology|Labeling" labelsEnabled="0">
  <renderer-v2 type="graduatedSymbol" attr="unplanned_area" graduatedMethod="GraduatedColor" symbollevels="0" enableorderby="0" forceraster="0">
    <ranges>
      <range lower="0.000000000000000" upper="10000.000000000000000" symbol="0" label="tot 1 ha dringend en niets gepland" render="true"/>
      <range lower="10000.000000000000000" upper="50000.000000000000000" symbol="1" label="1 – 5 ha" render="true"/>
      <range lower="50000.000000000000000" upper="200000.000000000000000" symbol="2" label="5 – 20 ha" render="true"/>
      <range lower="200000.000000000000000" upper="500000.000000000000000" symbol="3" label="20 – 50 ha" render="true"/>
      <range lower="500000.000000000000000" upper="1000000000000.000000000000000" symbol="4" label="meer dan 50 ha" render="true"/>
    </ranges>
    <symbols>
      <symbol type="fill" name="0" alpha="0.7" clip_to_extent="1" force_rhr="0"><layer class="SimpleFill" enabled="1" locked="0" pass="0"><Option type="Map"><Option type="QString" name="color" value="253,224,170,255"/><Option type="QString" name="style" value="solid"/><Option type="QString" name="outline_color" value="253,224,170,255"/><Option type="QString" name="outline_style" value="solid"/><Option type="QString" name="outline_width" value="0.1"/><Option type="QString" name="outline_width_unit" value="MM"/><Option type="QString" name="joinstyle" value="miter"/></Option></layer></symbol>
      <symbol type="fill" name="1" alpha="0.7" clip_to_extent="1" force_rhr="0"><layer class="SimpleFill" enabled="1" locked="0" pass="0"><Option type="Map"><Option type="QString" name="color" value="245,180,90,255"/><Option type="QString" name="style" value="solid"/><Option type="QString" name="outline_color" value="245,180,90,255"/><Option type="QString" name="outline_style" value="solid"/><Option type="QString" name="outline_width" value="0.1"/><Option type="QString" name="outline_width_unit" value="MM"/><Option type="QString" name="joinstyle" value="miter"/></Option></layer></symbol>
      <symbol type="fill" name="2" alpha="0.7" clip_to_extent="1" force_rhr="0"><layer class="SimpleFill" enabled="1" locked="0" pass="0"><Option type="Map"><Option type="QString" name="color" value="230,130,40,255"/><Option type="QString" name="style" value="solid"/><Option type="QString" name="outline_color" value="230,130,40,255"/><Option type="QString" name="outline_style" value="solid"/><Option type="QString" name="outline_width" value="0.1"/><Option type="QString" name="outline_width_unit" value="MM"/><Option type="QString" name="joinstyle" value="miter"/></Option></layer></symbol>
      <symbol type="fill" name="3" alpha="0.7" clip_to_extent="1" force_rhr="0"><layer class="SimpleFill" enabled="1" locked="0" pass="0"><Option type="Map"><Option type="QString" name="color" value="213,94,0,255"/><Option type="QString" name="style" value="solid"/><Option type="QString" name="outline_color" value="213,94,0,255"/><Option type="QString" name="outline_style" value="solid"/><Option type="QString" name="outline_width" value="0.1"/><Option type="QString" name="outline_width_unit" value="MM"/><Option type="QString" name="joinstyle" value="miter"/></Option></layer></symbol>
      <symbol type="fill" name="4" alpha="0.7" clip_to_extent="1" force_rhr="0"><layer class="SimpleFill" enabled="1" locked="0" pass="0"><Option type="Map"><Option type="QString" name="color" value="130,45,10,255"/><Option type="QString" name="style" value="solid"/><Option type="QString" name="outline_color" value="130,45,10,255"/><Option type="QString" name="outline_style" value="solid"/><Option type="QString" name="outline_width" value="0.1"/><Option type="QString" name="outline_width_unit" value="MM"/><Option type="QString" name="joinstyle" value="miter"/></Option></layer></symbol>
    </symbols>
    <source-symbol>
      <symbol type="fill" name="0" alpha="0.7" clip_to_extent="1" force_rhr="0"><layer class="SimpleFill" enabled="1" locked="0" pass="0"><Option type="Map"><Option type="QString" name="color" value="213,94,0,255"/><Option type="QString" name="style" value="solid"/><Option type="QString" name="outline_color" value="213,94,0,255"/><Option type="QString" name="outline_style" value="solid"/><Option type="QString" name="outline_width" value="0.1"/><Option type="QString" name="outline_width_unit" value="MM"/><Option type="QString" name="joinstyle" value="miter"/></Option></layer></symbol>
    </source-symbol>
  </renderer-v2>
  <blendMode>0</blendMode>
  <featureBlendMode>0</featureBlendMode>
  <layerOpacity>1</layerOpacity>
  <layerGeometryType>2</layerGeometryType>
</qgis>
